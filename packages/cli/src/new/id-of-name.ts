import { slugOf } from '@tamizdat/article-schema';

/**
 * An id made of a name that is told by language: of the first that Latin letters can write, as its language writes them.
 * @param languages The outlet's, the main one first; names in others come last.
 * @returns undefined where Latin letters can write none
 */
export const idOfName = (
  name: Readonly<Record<string, string>>,
  languages: readonly string[],
): string | undefined =>
  [...languages, ...Object.keys(name)]
    .map((lang) => (Object.hasOwn(name, lang) ? slugOf(name[lang] ?? '', lang) : undefined))
    .find((id) => id !== undefined);
