import { bringsWorker } from '@tamizdat/article-schema/brings-worker';
import { asksIn } from '@tamizdat/article-schema/support-editions';
import type { FeedFormat, ListKind } from '../addresses.ts';
import type { Archive } from '../archive.ts';

/** What varies in the address of a page. */
type Parts<Name extends string> = Record<Name, string>;

/** What list pages are about. */
export const LIST_KINDS: readonly ListKind[] = ['section', 'tag', 'author'];

/** The feeds of an edition. */
export const FEEDS: readonly FeedFormat[] = ['feed.xml', 'atom.xml', 'feed.json', 'brief.xml'];

/** A page that the site has once. */
export const once = (): Promise<Record<string, string>[]> => Promise.resolve([{}]);

/** Asks for the pages of each edition, in the outlet's order. */
async function inEditions<Name extends string>(
  door: Archive,
  pagesOf: (lang: string) => Promise<Parts<Name>[]> | Parts<Name>[],
): Promise<Parts<Name | 'lang'>[]> {
  const { languages } = await door.outlet();
  const found = await Promise.all(
    languages.map(async ({ code }) =>
      (await pagesOf(code)).map((parts) => ({ lang: code, ...parts })),
    ),
  );
  return found.flat();
}

/** A page that every edition has once. */
export const editions = (door: Archive): Promise<Parts<'lang'>[]> => inEditions(door, () => [{}]);

/** The editions that ask their readers for money. */
export async function supportPages(door: Archive): Promise<Parts<'lang'>[]> {
  const outlet = await door.outlet();
  return (await editions(door)).filter(({ lang }) => asksIn(outlet, lang));
}

/** The editions of an outlet whose releases can be checked: one that says its fingerprint. */
export async function verifyPages(door: Archive): Promise<Parts<'lang'>[]> {
  return (await door.outlet()).rootFingerprint === undefined ? [] : editions(door);
}

/** The editions of an outlet whose pages bring the readers' worker. */
export async function readerPages(door: Archive): Promise<Parts<'lang'>[]> {
  return bringsWorker(await door.outlet()) ? editions(door) : [];
}

/** The editions that have mirrors. */
export const mirrorPages = (door: Archive): Promise<Parts<'lang'>[]> =>
  inEditions(door, async (lang) => ((await door.mirrors(lang)).length > 0 ? [{}] : []));

/** Each mirror once, whatever editions it is for. */
export async function mirrorCodes(door: Archive): Promise<Parts<'name'>[]> {
  const shown = await inEditions(door, (lang) => door.mirrors(lang).then(namesOf));
  return [...new Set(shown.map(({ name }) => name))].map((name) => ({ name }));
}

const namesOf = (mirrors: readonly { name: string }[]): Parts<'name'>[] =>
  mirrors.map(({ name }) => ({ name }));

/** Each with its versions beside it. The text about support stands on a page with more to it. */
export async function fixedPages(door: Archive): Promise<Parts<'lang' | 'page'>[]> {
  const outlet = await door.outlet();
  const isPlain = (slug: string, lang: string): boolean =>
    slug !== 'support' || !asksIn(outlet, lang);
  const found = await inEditions(door, async (lang) =>
    (await door.fixedPages(lang))
      .filter(({ slug }) => isPlain(slug, lang))
      .map(({ slug }) => ({ page: slug })),
  );
  return found.sort(({ page: a }, { page: b }) => (a < b ? -1 : a > b ? 1 : 0));
}

export async function fixedPageChange(
  door: Archive,
  { lang = '', page = '' }: Partial<Parts<'lang' | 'page'>>,
): Promise<string | undefined> {
  return (await door.fixedPage(lang, page))?.updatedAt;
}

export const feeds = (door: Archive): Promise<Parts<'lang' | 'feed'>[]> =>
  inEditions(door, () => FEEDS.map((feed) => ({ feed })));

/** Everything that readers meet in some way: the article, a notice, or that something was removed. */
export async function articles(
  door: Archive,
): Promise<Parts<'lang' | 'year' | 'month' | 'day' | 'slug'>[]> {
  return (await door.addressed()).map(([, { article }]) => ({ ...article.address }));
}

/** The articles that readers see in full: nothing is taken along of what was taken back. */
export async function articleTexts(
  door: Archive,
): Promise<Parts<'lang' | 'year' | 'month' | 'day' | 'slug'>[]> {
  return (await door.addressed()).flatMap(([, { article, visibility }]) =>
    visibility === 'listed' ? [{ ...article.address }] : [],
  );
}

/** Every section, and the tags and authors of listed articles. */
export const lists = (door: Archive): Promise<Parts<'lang' | 'kind' | 'id'>[]> =>
  inEditions(door, async (lang) => {
    const found = await Promise.all(
      LIST_KINDS.map(async (kind) =>
        (await door.listPageIds(lang, kind)).map((id) => ({ kind, id })),
      ),
    );
    return found.flat();
  });

export const sections = (door: Archive): Promise<Parts<'lang' | 'kind' | 'id'>[]> =>
  inEditions(door, async (lang) =>
    (await door.listPageIds(lang, 'section')).map((id) => ({ kind: 'section', id })),
  );

/** Pages of all tags and all authors, where they are too many for other pages to name. */
export const names = (door: Archive): Promise<Parts<'lang' | 'names'>[]> =>
  inEditions(door, async (lang) => {
    const counts = await Promise.all(
      NAMED_KINDS.map(async (kind) => [kind, await door.namePages(lang, kind)] as const),
    );
    return counts.flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, index) => ({ names: namesPart(kind, index + 1) })),
    );
  });

const NAMED_KINDS = ['tag', 'author'] as const;

/** What stands in the address of a page of names: `tag`, `tag-2`. */
export const namesPart = (kind: 'tag' | 'author', number: number): string =>
  number === 1 ? kind : `${kind}-${number}`;

/** Closed calendar pages, of lists that are too long for one page, and the years of those that have many. */
export async function listPeriods(
  door: Archive,
): Promise<Parts<'lang' | 'kind' | 'id' | 'period'>[]> {
  const found = await Promise.all(
    (await lists(door)).map(async ({ lang, kind, id }) => {
      const { periods, years } = await door.list(lang, kind as ListKind, id);
      return [...periods, ...years].map((period) => ({ lang, kind, id, period }));
    }),
  );
  return found.flat();
}

export const months = (door: Archive): Promise<Parts<'lang' | 'year' | 'month'>[]> =>
  inEditions(door, async (lang) =>
    (await door.months(lang)).map((name) => ({ year: name.slice(0, 4), month: name.slice(5) })),
  );

export const series = (door: Archive): Promise<Parts<'lang' | 'id'>[]> =>
  inEditions(door, async (lang) => (await door.seriesIds(lang)).map((id) => ({ id })));

/** The years before the latest, which stands on the log's first page. */
export const correctionYears = (door: Archive): Promise<Parts<'lang' | 'year'>[]> =>
  inEditions(door, async (lang) =>
    (await door.correctionYears(lang)).slice(1).map((year) => ({ year })),
  );

export async function newsletters(door: Archive): Promise<Parts<'lang' | 'id'>[]> {
  return (await door.outlet()).newsletters.map(({ lang, id }) => ({ lang, id }));
}

/** Issues whose days are over. */
export async function newsletterIssues(door: Archive): Promise<Parts<'lang' | 'id' | 'issue'>[]> {
  const found = await Promise.all(
    (await door.outlet()).newsletters.map(async (newsletter) => {
      const { lang, id } = newsletter;
      return (await door.closedIssues(newsletter)).map((issue) => ({ lang, id, issue: issue.id }));
    }),
  );
  return found.flat();
}

/** The editions that have books. */
export const bookPages = (door: Archive): Promise<Parts<'lang'>[]> =>
  inEditions(door, async (lang) => ((await door.books(lang)).length > 0 ? [{}] : []));

export const books = (door: Archive): Promise<Parts<'lang' | 'book'>[]> =>
  inEditions(door, async (lang) => (await door.books(lang)).map(({ id }) => ({ book: id })));

/** The newest issue once more, for each newsletter that has one. */
export async function latestIssues(door: Archive): Promise<Parts<'lang' | 'id'>[]> {
  const found = (await newsletterIssues(door)).map(({ lang, id }) => ({ lang, id }));
  return [...Map.groupBy(found, ({ lang, id }) => `${lang}/${id}`).values()].flatMap((issues) =>
    issues.slice(0, 1),
  );
}

export async function formerFeeds(door: Archive): Promise<Parts<'former'>[]> {
  return (await door.formerFeeds()).map((address) => ({ former: address.replace(/\.xml$/, '') }));
}

export async function formerAddresses(door: Archive): Promise<Parts<'former'>[]> {
  return (await door.formerAddresses()).map(([address]) => ({
    former: address.replace(/\.html$/, ''),
  }));
}
