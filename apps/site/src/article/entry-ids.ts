import type { Article } from '@tamizdat/article-schema';

/** Id of a live blog's entry on its page: `e-` keeps what a writer named apart from the page's own ids. */
export const entryId = (id: string): string => `e-${id}`;

/** Prefix of the ids inside an entry. An entry's own id has no two hyphens in a row, so that none of them collide. */
export const entryFragment = (id: string): string => `${entryId(id)}--`;

/** Where links to entries lead on the page, by the ids that the article gives them. */
export function entryPlaces({ live }: Pick<Article, 'live'>): ReadonlyMap<string, string> {
  return new Map(live?.entries.map(({ id }) => [id, entryId(id)]));
}
