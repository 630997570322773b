import type { Article } from '@tamizdat/article-schema';
import { type Appearing, appearsAt } from './clock.ts';
import { instantOf } from './instant.ts';

/** How a reader may meet an article. `listed`: on lists, in feeds and search. */
export type Visibility = 'listed' | 'notice' | 'tombstone' | 'hidden';

/** The fields that say whether readers see an article. */
export type Shown = Appearing & Pick<Article, 'status'>;

/**
 * What readers see of an article at the clock: all of it (`listed`), a dated notice that it was withdrawn (`notice`),
 * that something was removed and nothing else (`tombstone`), or nothing (`hidden`: drafts, embargoes, the future).
 * A preview shows drafts and what is yet to come.
 */
export function visibilityOf(article: Shown, clock: string, preview: boolean): Visibility {
  if (article.status === 'removed') return 'tombstone';
  if (article.status === 'draft') return preview ? 'listed' : 'hidden';
  if (!preview && (!article.publishedAt || appearsAt(article) > instantOf(clock))) return 'hidden';
  return article.status === 'withdrawn' ? 'notice' : 'listed';
}

/**
 * The instant an article is sorted by, in milliseconds: its publication; for a draft without one,
 * noon UTC of its folder's day.
 */
export function sortInstant(article: Article): number {
  const known = instants.get(article);
  if (known !== undefined) return known;
  const { year, month, day } = article.address;
  const instant = instantOf(article.publishedAt ?? `${year}-${month}-${day}T12:00:00Z`);
  instants.set(article, instant);
  return instant;
}

/** Sorting asks for the same instants again and again; articles do not change once they are loaded. */
const instants = new WeakMap<Article, number>();

/** Newest first; of one instant, by id, so that the order never depends on the file system. */
export function newestFirst(a: Article, b: Article): number {
  return sortInstant(b) - sortInstant(a) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
