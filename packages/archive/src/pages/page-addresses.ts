import type { Address } from '../addresses.ts';
import type { Archive } from '../archive.ts';
import { fillPattern } from './fill-pattern.ts';
import type { PageKind } from './page-kind.ts';
import { PAGE_KINDS, type PageKindName, type PageParts } from './page-kinds.ts';

/** The kinds of pages that the content decides on, and that texts may link to. */
type ListedKind = {
  [Name in PageKindName]: 'list' extends keyof (typeof PAGE_KINDS)[Name] ? Name : never;
}[PageKindName];

/** Static paths of all pages of a kind at the door's clock: what varies in their addresses. */
export async function pagePaths<Name extends ListedKind>(
  door: Archive,
  kind: Name,
): Promise<{ params: PageParts<Name> }[]> {
  const found = await PAGE_KINDS[kind].list(door);
  return (found as PageParts<Name>[]).map((params) => ({ params }));
}

/** The addresses of all pages that a text may link to at the door's clock. */
export async function pageAddresses(door: Archive): Promise<Set<Address>> {
  const found = await Promise.all(
    Object.values<PageKind>(PAGE_KINDS).map(async ({ pattern, list }) =>
      list === undefined ? [] : (await list(door)).map((parts) => fillPattern(pattern, parts)),
    ),
  );
  return new Set(found.flat());
}
