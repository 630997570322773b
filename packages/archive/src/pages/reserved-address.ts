import type { InBoth } from '@tamizdat/problem';
import type { PageKind } from './page-kind.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { expressionOf, PATH } from './parts.ts';

/** All addresses that are not free, whatever the content holds: patterns, and what stands there. */
export const RESERVED_PATTERNS: readonly { pattern: string; what: InBoth }[] = [
  ...Object.values<PageKind>(PAGE_KINDS).flatMap(({ pattern, kept = [pattern], what }) =>
    what === undefined ? [] : kept.map((one) => ({ pattern: one, what })),
  ),
];

/** Says what of the kit's own stands at an address without “.html”, or will; nothing where it is free. */
export type Reserved = (path: string) => InBoth | undefined;

/**
 * Which addresses are not free for former addresses and fixed pages, in the languages of an outlet.
 * Where a page is the index of its folder, the folder's own name is not free either: hosts that hide
 * “.html” would have two pages for it.
 */
export function reservedAddresses(languages: readonly string[]): Reserved {
  const rules = RESERVED_PATTERNS.flatMap(({ pattern, what }) =>
    [pattern, pattern.replace(/\/index\.html$/, '.html')].map((written) => ({
      what,
      // Some hosts and disks do not tell capitals from small letters.
      expression: new RegExp(expressionOf(written, PATH, { lang: languages.join('|') }), 'i'),
    })),
  );
  return (path) => rules.find(({ expression }) => expression.test(`${path}.html`))?.what;
}
