import {
  articleAddress,
  newestFirst,
  sitemapAddress,
  sitemapPages,
  type Address,
  type Archive,
} from '@tamizdat/archive';
import type { Article, Outlet } from '@tamizdat/article-schema';
import { absoluteAddress } from '../../feeds/absolute-address.ts';
import { languageAlternates } from '../alternates.ts';
import { SITEMAP_URLS_MAX } from '../limits.ts';
import {
  changedAt,
  isPublic,
  latestOf,
  publicArticles,
  publicTranslations,
} from './public-articles.ts';
import { buildSitemap, buildSitemapIndex, type SitemapEntry } from './sitemap-xml.ts';

/** Name of the sitemap of pages that are no articles. */
const PAGES = 'pages';

/** Names of the sitemaps: a month (`yyyy-mm`) each, newest first, then the pages. */
export async function sitemapNames(door: Archive): Promise<string[]> {
  const months = new Set((await publicArticles(door)).map(monthOf));
  return [...[...months].sort().reverse(), PAGES];
}

/** The sitemap of a name, or undefined where there is none. */
export async function sitemapOf(door: Archive, name: string): Promise<string | undefined> {
  const entries = name === PAGES ? await pageEntries(door) : await monthEntries(door, name);
  if (entries.length > SITEMAP_URLS_MAX)
    throw new Error(
      `sitemap ${name} would have ${entries.length} addresses, ${SITEMAP_URLS_MAX} may stand in one`,
    );
  return entries.length > 0 ? buildSitemap(entries) : undefined;
}

/** The index: a month's entry changes only when an article of that month does. */
export async function sitemapIndex(door: Archive): Promise<string> {
  const outlet = await door.outlet();
  const byMonth = Map.groupBy(await publicArticles(door), monthOf);
  const names = await sitemapNames(door);
  return buildSitemapIndex(
    names.map((name) => ({
      url: absoluteAddress(outlet, sitemapAddress(name)),
      changed: latestOf((byMonth.get(name) ?? []).map(changedAt)),
    })),
  );
}

/** The address's month, which never changes; the publication's may, by an hour. */
function monthOf({ address }: Article): string {
  return `${address.year}-${address.month}`;
}

async function monthEntries(door: Archive, month: string): Promise<SitemapEntry[]> {
  const outlet = await door.outlet();
  const listed = outlet.languages.map(({ code }) => door.month(code, month));
  const articles = (await Promise.all(listed))
    .flat()
    .filter((article) => isPublic(door, article))
    .sort(newestFirst);
  return Promise.all(
    articles.map(async (article) => ({
      ...entryOf(
        outlet,
        articleAddress(article.address),
        article.lang,
        await publicTranslations(door, article),
      ),
      changed: changedAt(article),
    })),
  );
}

/** What the table of pages has in it. A list says no time: it would change with every article. */
async function pageEntries(door: Archive): Promise<SitemapEntry[]> {
  const outlet = await door.outlet();
  return (await sitemapPages(door)).map(({ address, lang, versions, changed }) => ({
    ...entryOf(outlet, address, lang, versions),
    changed,
  }));
}

function entryOf(
  outlet: Outlet,
  address: Address,
  lang: string,
  versions: ReadonlyMap<string, Address>,
): SitemapEntry {
  const alternates = languageAlternates({ address, lang }, outlet.languages, versions);
  return {
    url: absoluteAddress(outlet, address),
    alternates: alternates.map(({ hreflang, address }) => ({
      hreflang,
      url: absoluteAddress(outlet, address),
    })),
  };
}
