import type { Newsletter } from '@tamizdat/article-schema';

/**
 * The same letter in the other editions, by language: the one of the same rhythm, where it is the only one of that rhythm
 * in its edition and so is this one. Of several weekly letters nobody can tell which are each other's translation.
 */
export function newsletterTranslations(
  newsletter: Newsletter,
  all: readonly Newsletter[],
): Map<string, Newsletter> {
  const alike = all.filter(({ frequency }) => frequency === newsletter.frequency);
  const alone = alike.filter(({ lang }) => alike.filter((one) => one.lang === lang).length === 1);
  return new Map(alone.includes(newsletter) ? alone.map((one) => [one.lang, one]) : []);
}
