import { lastChange } from '@tamizdat/render';
import {
  articleAddress,
  instantOf,
  newestFirst,
  visibilityOf,
  type Address,
  type Archive,
} from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';

/** Articles of all editions that everybody may see at the clock, newest first; a preview's drafts are not among them. */
export async function publicArticles(door: Archive): Promise<Article[]> {
  const { languages } = await door.outlet();
  const listed = await Promise.all(languages.map(({ code }) => door.latest(code)));
  return listed
    .flat()
    .filter((article) => isPublic(door, article))
    .sort(newestFirst);
}

/** Whether a listed article is published, whatever a preview shows. */
export function isPublic(door: Archive, article: Article): boolean {
  return !door.preview || visibilityOf(article, door.clock, false) === 'listed';
}

/** The article in other languages, by language. */
export async function publicTranslations(
  door: Archive,
  article: Article,
): Promise<Map<string, Address>> {
  const others = (await door.translations(article.translationKey, article.lang)).filter((other) =>
    isPublic(door, other),
  );
  return new Map(others.map((other) => [other.lang, articleAddress(other.address)]));
}

/** When an article was last changed: RFC 3339 as written. */
export function changedAt(article: Article): string | undefined {
  return lastChange(article) ?? article.publishedAt;
}

/** The latest of some times; undefined of none. */
export function latestOf(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .sort((a, b) => instantOf(a) - instantOf(b) || (a < b ? -1 : 1))
    .at(-1);
}
