import { bringsWorker, type Outlet } from '@tamizdat/article-schema';
import { absoluteAddress } from '../feeds/absolute-address.ts';
import { HOST_RULES_MAX } from './limits.ts';

/** What every response says. Other sites' readers (the reader's own worker on a mirror) may fetch everything. */
const ALWAYS = [
  'Access-Control-Allow-Origin: *',
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: no-referrer',
];

/** Pages change and are taken back: a minute. */
const SHORT = ['Cache-Control: public, max-age=60, must-revalidate'];
/** Named by their own bytes: never another under the same name. */
const FOREVER = ['Cache-Control: public, max-age=31536000, immutable'];

/** Browsers ask for a worker's script when a page is opened, but no more than this allows: a day, beyond which they ask anyway. */
const DAILY = ['Cache-Control: public, max-age=86400'];

/** Of the readers' worker; its parts are named by their hash. */
const WORKER: [path: string, headers: readonly string[]][] = [
  ['/worker.js', DAILY],
  ['/reader.js', DAILY],
  ['/reader/*', FOREVER],
];

/**
 * `_headers`, as Netlify, Cloudflare Pages and hosts after them read it. They join the values of all rules that
 * match, so no two rules here say the same header for one path.
 *
 * `Link: rel=canonical` (RFC 6596) is said page by page: only one of these hosts puts the path into a header's value,
 * the others would send the placeholder itself. So it is said of the newest pages, which crawlers read first, up to
 * the number of rules that every one of these hosts reads.
 *
 * @param pages Addresses of pages from the site's root, the newest first.
 */
export function hostHeaders(
  outlet: Pick<Outlet, 'languages' | 'origin' | 'reader' | 'rootFingerprint'>,
  pages: readonly string[],
): string {
  const { languages, origin } = outlet;
  const rules: [path: string, headers: readonly string[]][] = [
    ['/*', ALWAYS],
    ['/media/*', FOREVER],
    ['/', SHORT],
    ['/index.html', SHORT],
    ...languages.map(({ code }): [string, readonly string[]] => [`/${code}/*`, SHORT]),
    ...(bringsWorker(outlet) ? WORKER : []),
  ];
  const canonical = pages
    .slice(0, Math.max(0, HOST_RULES_MAX - rules.length))
    .map((page): [string, readonly string[]] => [
      `/${page}`,
      [`Link: <${absoluteAddress({ origin }, page)}>; rel="canonical"`],
    ]);
  return [...rules, ...canonical]
    .map(([path, headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`)
    .join('');
}
