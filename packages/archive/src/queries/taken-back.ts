import type { Article } from '@tamizdat/article-schema';

/** That an article was withdrawn or removed. */
export interface TakenBack {
  /** The day of its address, `yyyy-mm-dd`. */
  day: string;
  /** When, RFC 3339; of what was removed nothing is told but that it was. */
  at?: string;
}

/** What was taken back of the articles since a day, in their order. @param since `yyyy-mm-dd` */
export const listTakenBack = (articles: readonly Article[], since: string): TakenBack[] =>
  articles
    .map(({ address: { year, month, day }, status, updatedAt }) => ({
      day: `${year}-${month}-${day}`,
      ...(status === 'withdrawn' && updatedAt !== undefined && { at: updatedAt }),
    }))
    .filter(({ day }) => day >= since);
