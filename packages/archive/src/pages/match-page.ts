import type { Address } from '../addresses.ts';
import type { PageFacts, PageKind } from './page-kind.ts';
import { PAGE_KINDS, type PageKindName } from './page-kinds.ts';
import { expressionOf, NAME } from './parts.ts';

/** A kind of page that an address could be one of, and what varies in it. */
export interface MatchedPage {
  name: PageKindName;
  kind: PageKind;
  parts: PageFacts;
}

const EXPRESSIONS = Object.entries<PageKind>(PAGE_KINDS).map(
  ([name, kind]) =>
    [name as PageKindName, kind, new RegExp(expressionOf(kind.pattern, NAME))] as const,
);

/** The kinds of page that an address could be one of, by its form alone; the table’s order. */
export function matchPage(address: Address): MatchedPage[] {
  return EXPRESSIONS.flatMap(([name, kind, expression]) => {
    const match = expression.exec(address);
    return match === null ? [] : [{ name, kind, parts: { ...match.groups } }];
  });
}

/** Whether other articles have to be read to know if there is such a page. */
export function dependsOnArticles(address: Address): boolean {
  return matchPage(address).some(
    ({ kind, parts }) => kind.ofArticles && !kind.ofArticles.isKnownAlone(parts),
  );
}
