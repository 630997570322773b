import type { Article } from '@tamizdat/article-schema';
import { articleAddress, formerPlaces, type Address, type ListKind } from '../addresses.ts';
import { newestFirst, visibilityOf, type Visibility } from '../visibility.ts';
import { monthOf, periodOf } from './periods.ts';
import { buildSearchTiers, type SearchTier } from './search-tiers.ts';

/** Articles of one state of the content, arranged for the queries. */
export interface ArticleIndex {
  /** Everything with a page, by address. */
  byAddress: Map<string, { article: Article; visibility: Visibility }>;
  /** Where former addresses lead on to. Tombstones' are left out: they would only confirm what was there. */
  byFormerAddress: Map<Address, Address>;
  byId: Map<string, Article>;
  byTranslationKey: Map<string, Article[]>;
  /** Listed articles per language, newest first. */
  byLanguage: Map<string, Article[]>;
  /** Withdrawn and listed articles per language, newest first: what feeds carry. */
  followed: Map<string, Article[]>;
  /** Withdrawn and removed articles per language, newest first. */
  takenBack: Map<string, Article[]>;
  /** The same as `followed` under `lang/kind/id`: what feeds of lists carry. */
  followedByList: Map<string, Article[]>;
  /** Listed articles, newest first, under `lang/kind/id`. */
  byList: Map<string, Article[]>;
  /** Of each of these lists, the same by its calendar pages. */
  byPeriod: Map<string, Map<string, Article[]>>;
  /** Places of all articles with a page, newest first: quicker to compare than times and ids. */
  places: Map<Article, number>;
  /** Listed articles of a month of their addresses, newest first, under `lang/yyyy-mm`. */
  byMonth: Map<string, Article[]>;
  /** Listed parts of a series in their order, under `lang/id`. */
  bySeries: Map<string, Article[]>;
  /** Listed articles per language as they are searched, newest tier first. */
  searchTiers: Map<string, SearchTier<Article>[]>;
}

/** Which list of an edition. */
export interface ListName {
  kind: ListKind;
  id: string;
}

export function listKey(lang: string, kind: ListKind, id: string): string {
  return `${lang}/${kind}/${id}`;
}

export function seriesKey(lang: string, id: string): string {
  return `${lang}/${id}`;
}

export function monthKey(lang: string, month: string): string {
  return `${lang}/${month}`;
}

/** Arranges articles by what readers may see at the clock. Pure. */
export function buildArticleIndex(
  articles: readonly Article[],
  clock: string,
  preview: boolean,
): ArticleIndex {
  const index: ArticleIndex = {
    byAddress: new Map(),
    byFormerAddress: new Map(),
    byId: new Map(),
    byTranslationKey: new Map(),
    byLanguage: new Map(),
    followed: new Map(),
    takenBack: new Map(),
    followedByList: new Map(),
    byList: new Map(),
    byPeriod: new Map(),
    places: new Map(),
    byMonth: new Map(),
    bySeries: new Map(),
    searchTiers: new Map(),
  };
  for (const article of [...articles].sort(newestFirst)) {
    const visibility = visibilityOf(article, clock, preview);
    if (visibility === 'hidden') continue;
    index.places.set(article, index.places.size);
    index.byAddress.set(articleAddress(article.address), { article, visibility });
    if (visibility !== 'tombstone') addFollowed(index, article);
    if (visibility === 'listed') addListed(index, article);
    else append(index.takenBack, article.lang, article);
  }
  for (const parts of index.bySeries.values()) parts.sort(byPart);
  for (const [lang, listed] of index.byLanguage)
    index.searchTiers.set(lang, buildSearchTiers(listed));
  return index;
}

function addFollowed(index: ArticleIndex, article: Article): void {
  append(index.followed, article.lang, article);
  for (const { kind, id } of listsOf(article))
    append(index.followedByList, listKey(article.lang, kind, id), article);
  for (const place of article.formerAddresses.flatMap(formerPlaces))
    index.byFormerAddress.set(place, articleAddress(article.address));
}

function addListed(index: ArticleIndex, article: Article): void {
  index.byId.set(article.id, article);
  append(index.byLanguage, article.lang, article);
  append(index.byMonth, monthKey(article.lang, monthOf(article)), article);
  if (article.translationKey) append(index.byTranslationKey, article.translationKey, article);
  for (const list of listsOf(article)) addToList(index, article, list);
  if (article.series) append(index.bySeries, seriesKey(article.lang, article.series.id), article);
}

const byPart = (a: Article, b: Article): number => (a.series?.part ?? 0) - (b.series?.part ?? 0);

function addToList({ byList, byPeriod }: ArticleIndex, article: Article, list: ListName): void {
  const key = listKey(article.lang, list.kind, list.id);
  append(byList, key, article);
  const periods = byPeriod.get(key) ?? new Map<string, Article[]>();
  byPeriod.set(key, periods);
  append(periods, periodOf(list.kind, article), article);
}

/** Lists that an article is on, each once. */
function listsOf({ section, tags, authors }: Article): ListName[] {
  return [
    { kind: 'section', id: section },
    ...[...new Set(tags)].map((id): ListName => ({ kind: 'tag', id })),
    ...[...new Set(authors)].map((id): ListName => ({ kind: 'author', id })),
  ];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
