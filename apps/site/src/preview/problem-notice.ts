import {
  type InBoth,
  type Problem,
  tellIn,
  TOLD_LANGUAGES,
  type ToldLanguage,
} from '@tamizdat/problem';
import { escapeHtml } from '@tamizdat/render';
import { PROBLEMS_SHOWN } from './limits.ts';

const STYLE =
  'margin:1rem 0;padding:.75rem 1rem;border:3px solid #c00;background:#fff;color:#111;font:.9375rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere';

const WORDS = {
  label: { en: 'Problems in the content', ru: 'Ошибки в содержимом' },
  lead: {
    en: 'To be mended in the content. What cannot be read is left out of this preview.',
    ru: 'Это нужно исправить в содержимом. Чего нельзя прочесть, того в предпросмотре нет.',
  },
  warning: { en: 'Warning: ', ru: 'Предупреждение: ' },
} satisfies Record<string, InBoth>;

const moreOf = (count: number): InBoth => ({
  en: `${count} more: tamizdat check lists them.`,
  ru: `И ещё ${count}: все перечислит tamizdat check.`,
});

/**
 * What `tamizdat check` would say, as a notice for the page a writer looks at: all errors, those of its own file first,
 * and the warnings of that file. In the language of the page or its address where problems are told in it, otherwise in English. Empty
 * where there is nothing to say.
 *
 * @param own The file or folder the page is made of, relative to the folder that holds `content`.
 * @param lang Code of that language.
 */
export function problemNotice(
  problems: readonly Problem[],
  own: string | undefined,
  lang: string,
): string {
  const isOwn = ({ file }: Problem): boolean => own !== undefined && file.startsWith(own);
  const told = problems.filter((problem) => problem.severity === 'error' || isOwn(problem));
  if (told.length === 0) return '';
  const language = TOLD_LANGUAGES.find((code) => code === lang) ?? 'en';
  const ordered = [...told.filter(isOwn), ...told.filter((problem) => !isOwn(problem))];
  const items = ordered.slice(0, PROBLEMS_SHOWN).map((problem) => itemHtml(problem, language));
  const more = told.length - items.length;
  const rest = more > 0 ? `<p>${moreOf(more)[language]}</p>` : '';
  return `<aside class="problems" lang="${language}" dir="ltr" aria-label="${WORDS.label[language]}" style="${STYLE}"><p><strong>${WORDS.lead[language]}</strong></p><ul>${items.join('')}</ul>${rest}</aside>`;
}

function itemHtml(problem: Problem, language: ToldLanguage): string {
  const { severity, file, line, column, message, why, remedy, example } = tellIn(language, problem);
  const place = `<code>${escapeHtml(`${file}:${line}:${column}`)}</code>`;
  const told = [message, why, remedy].filter((text) => text !== undefined).join(' ');
  const shown = example === undefined ? '' : `<pre>${escapeHtml(example)}</pre>`;
  const grade = severity === 'warning' ? WORDS.warning[language] : '';
  return `<li>${place}<br>${grade}${escapeHtml(told)}${shown}</li>`;
}
