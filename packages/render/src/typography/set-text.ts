import { bindWords } from './bind-words.ts';
import type { LanguageTypography } from './language-typography.ts';
import { setQuotes } from './set-quotes.ts';
import { typographyOf } from './typography-of.ts';

/**
 * Sets a text as its language is printed: quotation marks, apostrophes, dashes, spaces where no line may end. Letters and
 * digits stay as they are; set twice, a text is the same.
 *
 * @param lang BCP 47; a text in a language whose habits are not known stays as it is.
 */
export function setText(text: string, lang: string): string {
  return setRuns([text], lang).join('');
}

/** Like {@link setText}, for one text in pieces, such as lie between the tags of a paragraph. */
export function setRuns(runs: readonly string[], lang: string): string[] {
  const language = typographyOf(lang);
  if (language === undefined) return [...runs];
  const units = runs.join('').split('');
  setDashes(units, language);
  setQuotes(units, language);
  bindWords(units, language);
  let start = 0;
  return runs.map((run) => units.slice(start, (start += run.length)).join(''));
}

/** A hyphen, or up to three, between spaces and words is a dash; between two numbers it may be a minus. */
function setDashes(units: string[], { dash }: LanguageTypography): void {
  if (!units.includes('-')) return;
  const text = units.join('');
  for (const { 1: hyphens = '', index } of text.matchAll(/(?<=\S\s)(-{1,3})(?=\s\S)/g)) {
    const end = index + hyphens.length;
    if (/\d/.test(text[index - 2] ?? '') && /\d/.test(text[end + 1] ?? '')) continue;
    units.fill('', index, end);
    units[index] = dash;
  }
}
