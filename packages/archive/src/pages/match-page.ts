import type { Address } from '../addresses.ts';
import { LIST_KINDS } from './list-pages.ts';
import { PAGE_KINDS, type PageFacts, type PageKind, type PageKindName } from './page-kinds.ts';

/** A kind of page that an address could be one of, and what varies in it. */
export interface MatchedPage {
  name: PageKindName;
  kind: PageKind;
  parts: PageFacts;
}

/** Parts that are one of few words, or a whole path; everything else is anything but a folder. */
const PARTS: Readonly<Record<string, string>> = {
  kind: LIST_KINDS.join('|'),
  year: String.raw`\d{4}`,
  month: String.raw`\d{2}`,
  day: String.raw`\d{2}`,
  period: String.raw`\d{4}(?:-\d{2})?`,
  feed: String.raw`(?:feed|atom|brief)\.xml|feed\.json`,
  former: '.+',
};

const EXPRESSIONS = Object.entries<PageKind>(PAGE_KINDS).map(
  ([name, kind]) => [name as PageKindName, kind, expressionOf(kind.pattern)] as const,
);

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/\{(\w+)\}/g, (_, part: string) => `(?<${part}>${PARTS[part] ?? '[^/]+'})`);
  return new RegExp(`^${source}$`);
}

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
