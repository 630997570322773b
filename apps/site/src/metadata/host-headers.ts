import type { Outlet } from '@tamizdat/article-schema';

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

/**
 * `_headers`, as Netlify, Cloudflare Pages and hosts after them read it. They join the values of all rules that
 * match, so no two rules here say the same header for one path.
 *
 * No `Link: rel=canonical`: only one of these hosts puts the path into a header's value, the others would send the
 * placeholder itself; a rule a page is more rules than they read, and each article would change the file.
 * Who publishes to a host and knows what it can do adds it there.
 */
export function hostHeaders({ languages }: Pick<Outlet, 'languages'>): string {
  const rules: [path: string, headers: readonly string[]][] = [
    ['/*', ALWAYS],
    ['/media/*', FOREVER],
    ['/', SHORT],
    ['/index.html', SHORT],
    ...languages.map(({ code }): [string, readonly string[]] => [`/${code}/*`, SHORT]),
  ];
  return rules
    .map(([path, headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`)
    .join('');
}
