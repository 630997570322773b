import type { Problem } from '@tamizdat/article-schema';
import { escapeHtml } from '../picture/html-escape.ts';
import { PROBLEMS_SHOWN } from './limits.ts';

const STYLE =
  'margin:1rem 0;padding:.75rem 1rem;border:3px solid #c00;background:#fff;color:#111;font:.9375rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere';

/**
 * What `tamizdat check` would say, as a notice for the page a writer looks at: all errors, those of its own file first,
 * and the warnings of that file. English, as the checker is. Empty where there is nothing to say.
 *
 * @param own The file or folder the page is made of, relative to the folder that holds `content`.
 */
export function problemNotice(problems: readonly Problem[], own: string | undefined): string {
  const isOwn = ({ file }: Problem): boolean => own !== undefined && file.startsWith(own);
  const told = problems.filter((problem) => problem.severity === 'error' || isOwn(problem));
  if (told.length === 0) return '';
  const ordered = [...told.filter(isOwn), ...told.filter((problem) => !isOwn(problem))];
  const items = ordered.slice(0, PROBLEMS_SHOWN).map(itemHtml);
  const more = told.length - items.length;
  const rest = more > 0 ? `<p>${more} more: tamizdat check lists them.</p>` : '';
  return `<aside class="problems" lang="en" dir="ltr" aria-label="Problems in the content" style="${STYLE}"><p><strong>To be mended in the content. What cannot be read is left out of this preview.</strong></p><ul>${items.join('')}</ul>${rest}</aside>`;
}

function itemHtml({
  severity,
  file,
  line,
  column,
  message,
  why,
  remedy,
  example,
}: Problem): string {
  const place = `<code>${escapeHtml(`${file}:${line}:${column}`)}</code>`;
  const told = [message, why, remedy].filter((text) => text !== undefined).join(' ');
  const shown = example === undefined ? '' : `<pre>${escapeHtml(example)}</pre>`;
  return `<li>${place}<br>${severity === 'warning' ? 'Warning: ' : ''}${escapeHtml(told)}${shown}</li>`;
}
