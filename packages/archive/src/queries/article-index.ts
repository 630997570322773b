import type { Article } from '@tamizdat/article-schema';
import { articleAddress, formerAddress, type Address, type ListKind } from '../addresses.ts';
import { newestFirst, visibilityOf, type Visibility } from '../visibility.ts';
import { monthOf } from './periods.ts';
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
  /** Listed articles, newest first, under `lang/kind/id`. */
  byList: Map<string, Article[]>;
  /** Listed articles of a month of their addresses, newest first, under `lang/yyyy-mm`. */
  byMonth: Map<string, Article[]>;
  /** Listed parts of a series in their order, under `lang/id`. */
  bySeries: Map<string, Article[]>;
  /** Listed articles per language as they are searched, newest tier first. */
  searchTiers: Map<string, SearchTier<Article>[]>;
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
    byList: new Map(),
    byMonth: new Map(),
    bySeries: new Map(),
    searchTiers: new Map(),
  };
  for (const article of [...articles].sort(newestFirst)) {
    const visibility = visibilityOf(article, clock, preview);
    if (visibility === 'hidden') continue;
    index.byAddress.set(articleAddress(article.address), { article, visibility });
    if (visibility !== 'tombstone') addFollowed(index, article);
    if (visibility === 'listed') addListed(index, article);
  }
  for (const parts of index.bySeries.values()) parts.sort(byPart);
  for (const [lang, listed] of index.byLanguage)
    index.searchTiers.set(lang, buildSearchTiers(listed));
  return index;
}

function addFollowed(index: ArticleIndex, article: Article): void {
  append(index.followed, article.lang, article);
  for (const path of article.formerAddresses)
    index.byFormerAddress.set(formerAddress(path), articleAddress(article.address));
}

function addListed(index: ArticleIndex, article: Article): void {
  index.byId.set(article.id, article);
  append(index.byLanguage, article.lang, article);
  append(index.byMonth, monthKey(article.lang, monthOf(article)), article);
  if (article.translationKey) append(index.byTranslationKey, article.translationKey, article);
  for (const key of listKeysOf(article)) append(index.byList, key, article);
  if (article.series) append(index.bySeries, seriesKey(article.lang, article.series.id), article);
}

const byPart = (a: Article, b: Article): number => (a.series?.part ?? 0) - (b.series?.part ?? 0);

function listKeysOf(article: Article): Set<string> {
  return new Set([
    listKey(article.lang, 'section', article.section),
    ...article.tags.map((tag) => listKey(article.lang, 'tag', tag)),
    ...article.authors.map((author) => listKey(article.lang, 'author', author)),
  ]);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
