import type { InBoth } from '@tamizdat/problem';
import type { Archive } from '../archive.ts';
import type { OfArticles } from './of-articles.ts';
import type { Weight } from './weights.ts';

/** What varies in an address, by the names in its pattern’s braces. */
export type PageFacts = Readonly<Partial<Record<string, string>>>;

/** What the table may say of any kind. */
interface AnyKind {
  /** The file's path, with the parts that vary in braces. */
  pattern: string;
  /** What a message calls the thing that stands there; absent where the content alone says which of these addresses are taken. */
  what?: InBoth;
  /** What is kept free for it, where that is more than the pattern. */
  kept?: readonly string[];
  /**
   * Which of them a sitemap names: all, or those that this gives, in the sitemap of pages and the table's order; those
   * “by month” in the sitemap of their month. Absent where none is named.
   */
  sitemap?: 'all' | 'by month' | ((door: Archive) => Promise<Record<string, string>[]>);
  /** When one of them was last changed (RFC 3339), for the sitemap; absent where every article would change it. */
  changedAt?: (door: Archive, parts: PageFacts) => Promise<string | undefined>;
  /** What it may weigh, by what varies in its address; absent for files whose size nobody waits for. */
  weight?: Weight | ((parts: PageFacts) => Weight);
}

/** A kind of which the content says which pages there are, so that texts may link to them. */
interface ListedKind extends AnyKind {
  /** Gives the parts of every page of the kind that there is at the door's clock. */
  list: (door: Archive) => Promise<Record<string, string>[]>;
  /** How articles decide which of them there are, so that one is there only from some time on; false where they do not. */
  ofArticles: OfArticles | false;
}

/** Files that no text may link to: whoever draws them knows their names. */
interface UnlistedKind extends AnyKind {
  list?: never;
  ofArticles?: never;
}

/** One kind of page or file of the site. */
export type PageKind = ListedKind | UnlistedKind;
