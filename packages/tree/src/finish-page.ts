import { absolutizeHtml, relativizeHtml } from './links/rewrite-html.ts';
import { addContentSecurityPolicy } from './policy/add-content-policy.ts';
import type { PolicyOptions } from './policy/content-policy.ts';
import { throwProblems } from './page-error.ts';

export interface FinishOptions extends PolicyOptions {
  /** The outlet's own base address; wanted for `404.html`, whose links are absolute. */
  origin?: string;
}

/**
 * Makes a rendered page ready for the tree: relative links, then the policy over its final bytes.
 * A `404.html` is served at any depth, so its links become absolute under `origin` instead.
 *
 * @param path The page's tree path, such as `en/2026/11/22/a.html`.
 * @throws PageError with every problem of the page.
 */
export function finishPage(html: string, path: string, options: FinishOptions = {}): string {
  return addContentSecurityPolicy(placeLinks(html, path, options.origin), options, path);
}

function placeLinks(html: string, path: string, origin: string | undefined): string {
  if (!isNotFoundPage(path)) return relativizeHtml(html, path);
  if (origin === undefined) throwProblems([{ ...ORIGIN_MISSING, file: path, line: 1, column: 1 }]);
  // Without its path: links within the page must stay within whatever address it is served for.
  return absolutizeHtml(html, origin ?? '');
}

/**
 * Whether a tree path is the page that hosts serve for unknown addresses, at whatever depth. A page of that name in a
 * folder is a page like others: that of a tag “404”, say.
 */
export function isNotFoundPage(path: string): boolean {
  return path === '404.html';
}

const ORIGIN_MISSING = {
  code: 'origin-missing',
  severity: 'error',
  message: 'The links of 404.html are absolute, and no origin was given for them.',
  why: 'It is served for addresses of any depth, where a relative link leads nowhere.',
  remedy: 'Pass the outlet’s origin.',
  ru: {
    message: 'Ссылки в 404.html абсолютные, а адрес издания для них не задан.',
    why: 'Страницу отдают по адресам любой глубины, где относительная ссылка никуда не ведёт.',
    remedy: 'Передайте адрес издания.',
  },
} as const;
