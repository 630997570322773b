import { setText } from './set-text.ts';
import { typographyOf } from './typography-of.ts';

/** An outlet’s own words, or a group of them, set as their language is printed; places such as `{name}` stay. */
export function setWords<Group extends object>(words: Group, lang: string): Group {
  const entries = Object.entries(words).map(([name, word]: [string, unknown]) => [
    name,
    typeof word === 'string' ? setText(word, lang) : setWords(word as object, lang),
  ]);
  return Object.fromEntries(entries) as Group;
}

/**
 * Texts that were set, for places of a word that stand in quotation marks: a quotation inside another has marks of its
 * own. `word` is what they are filled into, `{name}` and so on.
 */
export function nestValues<Name extends string>(
  word: string,
  values: Readonly<Record<Name, string>>,
  lang: string,
): Record<Name, string> {
  const quotes = typographyOf(lang)?.quotes;
  const entries = Object.entries<string>(values).map(([name, value]) => {
    const isQuoted = quotes && word.includes(`${quotes[0][0]}{${name}}`);
    return [name, isQuoted ? nest(value, quotes) : value];
  });
  return Object.fromEntries(entries) as Record<Name, string>;
}

const nest = (text: string, [outer, inner]: readonly (readonly [string, string])[]): string =>
  outer === undefined || inner === undefined
    ? text
    : text.replaceAll(outer[0], inner[0]).replaceAll(outer[1], inner[1]);
