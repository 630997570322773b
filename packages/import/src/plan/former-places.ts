import type { ImportMap } from './map.ts';

/** What a source has lists of. */
export type Listed = 'section' | 'tag' | 'author';

/** Where a system puts its lists, unless it is told otherwise, with `*` for what a list is known by; and its feeds. */
interface Places {
  lists: Partial<Record<Listed, string>>;
  /** Of everything. */
  feeds: readonly string[];
  /** Of a list, behind its address. */
  listFeed?: string;
}

/** As the systems and the starters that they name do it by themselves; a person mends it in the map. */
const PLACES: Readonly<Record<string, Places>> = {
  WordPress: {
    lists: { section: '/category/*/', tag: '/tag/*/', author: '/author/*/' },
    feeds: ['/feed/', '/feed/atom/', '/rss/', '/?feed=rss2'],
    listFeed: 'feed/',
  },
  Ghost: {
    lists: { section: '/tag/*/', tag: '/tag/*/', author: '/author/*/' },
    feeds: ['/rss/', '/feed/'],
    listFeed: 'rss/',
  },
  Substack: { lists: {}, feeds: ['/feed'] },
  Hugo: {
    lists: { section: '/categories/*/', tag: '/tags/*/', author: '/authors/*/' },
    feeds: ['/index.xml'],
    listFeed: 'index.xml',
  },
  Jekyll: { lists: { section: '/category/*/', tag: '/tag/*/' }, feeds: ['/feed.xml'] },
  Eleventy: { lists: { tag: '/tags/*/' }, feeds: ['/feed/feed.xml', '/feed.xml'] },
  Astro: { lists: { tag: '/tags/*/' }, feeds: ['/rss.xml'] },
};

/** Former addresses as they were, and of feeds. */
export interface FormerPlaces {
  formerAddresses?: string[] | undefined;
  formerFeeds?: string[] | undefined;
}

/**
 * Where a list of a source stood. Pure.
 * @param known What the system knew it by, such as `city` or `news/city`; made of its name where absent
 */
export function formerPlacesOf(
  system: string,
  of: Listed,
  name: string,
  known: string | undefined,
): FormerPlaces {
  const { lists, listFeed } = PLACES[system] ?? { lists: {} };
  const pattern = lists[of];
  const word = known === undefined || known === '' ? wordOf(name) : known;
  if (pattern === undefined || word === '') return {};
  const address = pattern.replace('*', () => word);
  return {
    formerAddresses: [address],
    ...(listFeed !== undefined && { formerFeeds: [address + listFeed] }),
  };
}

/** Where the feeds of a whole site stood. */
export const formerFeedsOf = (system: string): string[] => [...(PLACES[system]?.feeds ?? [])];

/** As these systems make a part of an address of a name: small letters of any script, hyphens. */
const wordOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * Where the lists and feeds of a map lead on to now, by their old addresses: of those that an article is on.
 * @param used Ids, under `tag water`
 */
export function listMoves(map: ImportMap, used: ReadonlySet<string>): [string, string][] {
  const { language: lang } = map;
  const move = (all: readonly string[] | undefined, to: string) =>
    (all ?? []).map((old): [string, string] => [old, `/${lang}/${to}`]);
  const ofList = (kind: string, { id, formerAddresses, formerFeeds }: Mapped) =>
    used.has(`${kind} ${id}`)
      ? [...move(formerAddresses, `${kind}/${id}.html`), ...move(formerFeeds, `${kind}/${id}.xml`)]
      : [];
  return [
    ...move(map.formerFeeds, 'feed.xml'),
    ...[...map.sections, ...map.tags].flatMap((one) =>
      one.as === 'nothing' ? [] : ofList(one.as, one),
    ),
    // An address of whoever is not to be named would name them.
    ...map.authors.flatMap((one) => (one.named ? ofList('author', one) : [])),
  ];
}

type Mapped = FormerPlaces & { id: string };
