import type { Address } from '../addresses.ts';
import type { Archive } from '../archive.ts';
import { fillPattern } from './fill-pattern.ts';
import type { PageFacts, PageKind } from './page-kind.ts';
import { PAGE_KINDS } from './page-kinds.ts';

/** A page that the sitemap of pages names. */
export interface SitemapPage {
  address: Address;
  lang: string;
  /** The same page in each language that has it, by language. */
  versions: ReadonlyMap<string, Address>;
  /** When it was last changed (RFC 3339), where that can be told. */
  changed: string | undefined;
}

/** The pages that are no articles and that a sitemap names, at the door’s clock: by kind, each beside its versions. */
export async function sitemapPages(door: Archive): Promise<SitemapPage[]> {
  const found = await Promise.all(
    Object.values<PageKind>(PAGE_KINDS).map((kind) => pagesOf(door, kind)),
  );
  return found.flat();
}

async function pagesOf(door: Archive, kind: PageKind): Promise<SitemapPage[]> {
  const { pattern, sitemap, changedAt } = kind;
  const list = sitemap === 'all' ? kind.list : sitemap;
  if (list === undefined || list === 'by month') return [];
  const inAnyLanguage = (parts: PageFacts): Address => fillPattern(pattern, { ...parts, lang: '' });
  const pages = [...Map.groupBy(await list(door), inAnyLanguage).values()].flatMap((same) => {
    const versions = new Map(
      same.map((parts): [string, Address] => [parts['lang'] ?? '', fillPattern(pattern, parts)]),
    );
    return same.map((parts) => ({ parts, versions }));
  });
  return Promise.all(
    pages.map(async ({ parts, versions }) => ({
      address: fillPattern(pattern, parts),
      lang: parts['lang'] ?? '',
      versions,
      changed: await changedAt?.(door, parts),
    })),
  );
}
