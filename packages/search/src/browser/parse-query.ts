import { isSpaced } from '../words/is-spaced.ts';
import { foldRuns, isWord } from '../words/fold-word.ts';

/** A word as it was typed between two spaces: its runs of letters and digits, folded, in lower case. */
export type QueryWord = string[];

export interface ParsedQuery {
  /** Words that must stand one after the other. */
  phrases: QueryWord[][];
  words: QueryWord[];
}

/** What articles and pronouns leave before an apostrophe: a reader of “l’hôpital” looks for “hôpital”. */
const ELIDED: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)$/,
  it: /^(?:[cdlmnstv]|un|gl|que(?:ll|st)|(?:a|co|da|de|ne|su)?ll)$/,
  ca: /^[dlmnst]$/,
};

/**
 * What stands between two quotation marks of any kind, as keyboards and phones type them, with the ends of words on
 * both sides. Single marks count where the first can be nothing but an opening mark: the others are apostrophes.
 */
const PHRASE =
  /(^|[^\p{L}\p{N}\p{M}])(?:["“”„‟«»‹›〝〞〟＂「」『』״]+(.*?)["“”„‟«»‹›〝〞〟＂「」『』״]+|[‘‚](.*?)[’‘])(?![\p{L}\p{N}\p{M}])/gu;

/**
 * Takes a query apart. Words are folded as the index folds them; a mark that does not close makes no phrase.
 * @param language BCP 47
 */
export function parseQuery(query: string, language: string): ParsedQuery {
  const phrases: QueryWord[][] = [];
  const rest = query.replace(PHRASE, (_, before: string, double?: string, single?: string) => {
    phrases.push(parseWords(double ?? single ?? '', language));
    return `${before} `;
  });
  return {
    phrases: phrases.filter((phrase) => phrase.length > 0),
    words: parseWords(rest, language),
  };
}

/** The words of a text, folded as the index folds them. */
export function parseWords(text: string, language: string): QueryWord[] {
  return tokens(text, language)
    .filter(isWord)
    .map((token) => {
      const runs = foldRuns(token, language).map((run) => run.toLowerCase());
      const [first = token, ...rest] = runs;
      const isElided = rest.length > 0 && ELIDED[language.slice(0, 2)]?.test(first) === true;
      return isElided ? rest : [first, ...rest];
    });
}

function tokens(text: string, language: string): string[] {
  if (isSpaced(language) || !('Segmenter' in Intl)) return text.split(/\s+/);
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
