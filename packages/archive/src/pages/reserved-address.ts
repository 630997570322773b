import type { InBoth } from '@tamizdat/problem';
import type { PageKind } from './page-kind.ts';
import { matchPage } from './match-page.ts';
import type { KnownNames } from './of-articles.ts';
import { PAGE_KINDS, type PageKindName } from './page-kinds.ts';
import { expressionOf, PATH } from './parts.ts';

/** All addresses that are not free, whatever the content holds: patterns, and what stands there. */
export const RESERVED_PATTERNS: readonly { pattern: string; what: InBoth }[] = [
  ...Object.values<PageKind>(PAGE_KINDS).flatMap(({ pattern, kept = [pattern], what }) =>
    what === undefined ? [] : kept.map((one) => ({ pattern: one, what })),
  ),
];

/** Says what of the kit's own stands at an address, or will; nothing where it is free. */
export type Reserved = (address: string, isOfList?: boolean) => InBoth | undefined;

/** Kinds whose addresses were somebody's under an id that there is no more. */
const LISTS: ReadonlySet<PageKindName> = new Set(['list', 'listFeed', 'series']);

/**
 * Which addresses are not free for former addresses and fixed pages, in the languages of an outlet: without “.html”, or
 * of feeds, with “.xml”. Where a page is the index of its folder, the folder's own name is not free either: hosts that
 * hide “.html” would have two pages for it.
 * @param known By it, addresses of lists that there are no more are free for lists.
 */
export function reservedAddresses(languages: readonly string[], known?: KnownNames): Reserved {
  const rules = RESERVED_PATTERNS.flatMap(({ pattern, what }) =>
    [pattern, pattern.replace(/\/index\.html$/, '.html')].map((written) => ({
      what,
      // Some hosts and disks do not tell capitals from small letters.
      expression: new RegExp(expressionOf(written, PATH, { lang: languages.join('|') }), 'i'),
    })),
  );
  return (address, isOfList = false) => {
    const file = address.endsWith('.xml') ? address : `${address}.html`;
    if (isOfList && known !== undefined && wasList(file, known)) return undefined;
    return rules.find(({ expression }) => expression.test(file))?.what;
  };
}

const wasList = (file: string, known: KnownNames): boolean =>
  matchPage(file).some(
    ({ name, kind, parts }) =>
      LISTS.has(name) && kind.ofArticles && !kind.ofArticles.isNamed(parts, known),
  );
