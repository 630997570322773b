import { articleAddress } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { GHOST_SLUG_MAX } from '../limits.ts';

/** Names of articles in Ghost by their addresses: no two are alike, because days are no part of an address there. */
export function ghostSlugs(articles: readonly Article[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    articles.map((article) => {
      const { address } = article;
      const wanted = address.slug.slice(0, GHOST_SLUG_MAX - 6);
      let slug = wanted;
      for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
      taken.add(slug);
      return [pathOf(article), slug];
    }),
  );
}

/** Where an article is read, from the outlet’s root. */
export const pathOf = ({ address }: Pick<Article, 'address'>): string =>
  `/${articleAddress(address).replace(/^\//, '')}`;
