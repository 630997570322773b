import type { Author } from '@tamizdat/article-schema';
import { type EditionContext, localized } from '@tamizdat/render';

/** Somebody's name as articles print it; the id where no record tells one. */
export const namedName = (
  author: Author | undefined,
  id: string,
  { lang, outlet }: EditionContext,
): string => localized(author?.name, lang, outlet) || id;
