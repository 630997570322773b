import { fillWord } from '@tamizdat/article-schema';
import type { LanguageTypography } from './language-typography.ts';
import { setText } from './set-text.ts';
import { typographyOf } from './typography-of.ts';

type Pair = LanguageTypography['quotes'][0];

/** An outlet’s own words, or a group of them, set as their language is printed; places such as `{name}` stay. */
export function setWords<Group extends object>(words: Group, lang: string): Group {
  const entries = Object.entries(words).map(([name, word]: [string, unknown]) => [
    name,
    typeof word === 'string' ? setText(word, lang) : setWords(word as object, lang),
  ]);
  return Object.fromEntries(entries) as Group;
}

/**
 * Fills the open places of a word, `{name}` and so on, with texts that were set: where a place stands in quotation marks,
 * a quotation inside the text gets the language's inner ones.
 */
export function fillSet(
  word: string,
  values: Readonly<Record<string, string>>,
  lang: string,
): string {
  const quotes = typographyOf(lang)?.quotes;
  const entries = Object.entries(values).map(([name, value]) => {
    const isQuoted = quotes && word.includes(`${quotes[0][0]}{${name}}`);
    return [name, isQuoted ? nest(value, quotes) : value];
  });
  return fillWord(word, Object.fromEntries(entries) as Record<string, string>);
}

const nest = (text: string, [outer, inner]: readonly [Pair, Pair]): string =>
  text.replaceAll(outer[0], inner[0]).replaceAll(outer[1], inner[1]);
