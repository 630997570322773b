import {
  type Author,
  type FormerOwner,
  listFormers,
  type Outlet,
  type Page,
} from '@tamizdat/article-schema';
import {
  type Address,
  archiveAddress,
  feedsPageAddress,
  fixedPageAddress,
  formerPlaces,
  listAddress,
  seriesAddress,
} from '../addresses.ts';
import type { FormerTarget } from '../archive.ts';
import { type ArticleIndex, listKey, seriesKey } from './article-index.ts';

/** Former addresses of all but articles, by file. */
export interface FormerIndex {
  /** Pages that lead on, and to what; `isFeed` where a feed stood there, which a page cannot be. */
  pages: ReadonlyMap<Address, FormerOwner & { isFeed: boolean }>;
  feeds: ReadonlyMap<Address, FormerOwner>;
}

/** What of the content is looked at. */
interface Records {
  outlet: Outlet;
  authors: readonly Author[];
  pages: readonly Page[];
}

/** Arranges the former addresses of lists, fixed pages and feeds. Pure. */
export function buildFormerIndex(source: Records): FormerIndex {
  const codes = new Set(source.outlet.languages.map(({ code }) => code));
  const pages = new Map<Address, FormerOwner & { isFeed: boolean }>();
  const feeds = new Map<Address, FormerOwner>();
  for (const { address, kind, id, lang, isFeed } of listFormers(source)) {
    if (!codes.has(lang)) continue;
    const owner = { kind, id, lang };
    if (address.endsWith('.xml')) feeds.set(address, owner);
    else for (const place of formerPlaces(address)) pages.set(place, { ...owner, isFeed });
  }
  return { pages, feeds };
}

/** Where a former address leads on to: to the archive where nothing stands on its list. */
export function formerTargetOf(
  { isFeed, ...owner }: FormerOwner & { isFeed: boolean },
  { source, index }: { source: Records; index: ArticleIndex },
): FormerTarget {
  const { lang } = owner;
  const { target, name } = placeOf(owner, source, index);
  const title = name?.[lang] ?? name?.[source.outlet.languages[0]?.code ?? ''];
  return { target, lang, ...(title !== undefined && { title }), ...(isFeed && { feed: owner }) };
}

type Place = { target: Address; name: Readonly<Record<string, string>> | undefined };

function placeOf(
  { kind, id, lang }: FormerOwner,
  { outlet, authors, pages }: Records,
  { byList, bySeries }: ArticleIndex,
): Place {
  const empty = { target: archiveAddress(lang), name: undefined };
  const named = (records: readonly { id: string; name: Place['name'] }[]) =>
    records.find((one) => one.id === id)?.name;
  if (kind === 'edition') return { target: feedsPageAddress(lang), name: outlet.name };
  if (kind === 'page') {
    const title = pages.find((page) => page.lang === lang && page.slug === id)?.title ?? '';
    return { target: fixedPageAddress(lang, id), name: { [lang]: title } };
  }
  if (kind === 'series')
    return bySeries.has(seriesKey(lang, id))
      ? { target: seriesAddress(lang, id), name: named(outlet.series) }
      : empty;
  if (kind !== 'section' && !byList.has(listKey(lang, kind, id))) return empty;
  const records = { section: outlet.sections, tag: outlet.tags, author: authors }[kind];
  return { target: listAddress(lang, kind, id), name: named(records) };
}
