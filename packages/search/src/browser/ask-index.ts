import { RESULTS_STEP } from '../limits.ts';
import { foldRuns, isWord } from '../words/fold-word.ts';
import { isFormOf } from '../words/is-form-of.ts';
import type { PagefindFragment, PagefindInstance, PagefindResult } from './pagefind.ts';
import { parseQuery, type QueryWord } from './parse-query.ts';
import { FILTERS } from '../tier-facts.ts';
import type { SearchState } from './search-state.ts';

/** A page found. */
export interface Found {
  id: string;
  load: () => Promise<PagefindFragment>;
}

/** One question to Pagefind, with the filters and the order of the state. */
type Ask = (query: string | null) => Promise<PagefindResult[]>;

/**
 * What an index, one tier of a language, holds for a state, best match first or newest first. Every word must be there: Pagefind answers a
 * word it does not know with its longest known beginning, or leaves it out, and such answers are dropped.
 * @param language of the index, BCP 47
 */
export async function askIndex(
  pagefind: PagefindInstance,
  state: SearchState,
  language: string,
): Promise<Found[]> {
  const filters: Record<string, string> = {};
  for (const name of FILTERS) if (state[name] !== '') filters[name] = state[name];
  const isListing = state.query.trim() === '';
  const sort: Record<string, 'desc'> = isListing || state.sort === 'date' ? { date: 'desc' } : {};
  const ask: Ask = async (query) => {
    const { results } = await pagefind.search(query, { filters, sort });
    return results.sort((a, b) => b.score - a.score);
  };
  if (isListing) return joinAnswers([await ask(null)]);

  const { phrases, words } = parseQuery(state.query, language);
  const answers: PagefindResult[][] = [];
  if (words.length > 0) {
    const isExact = async (word: string): Promise<boolean> =>
      (await pagefind.search(`"${word}"`, { filters: {}, sort: {} })).results.length > 0;
    answers.push(await findWords(words, ask, isExact, language));
  }
  for (const phrase of phrases) answers.push(await findPhrase(phrase, ask));
  return joinAnswers(answers);
}

/** A word with a hyphen or an apostrophe counts as one, or else as its parts. */
async function findPhrase(phrase: readonly QueryWord[], ask: Ask): Promise<PagefindResult[]> {
  const whole = await ask(`"${phrase.map((runs) => runs.join('')).join(' ')}"`);
  if (whole.length > 0 || phrase.every((runs) => runs.length === 1)) return whole;
  return ask(`"${phrase.flat().join(' ')}"`);
}

async function findWords(
  words: readonly QueryWord[],
  ask: Ask,
  isExact: (word: string) => Promise<boolean>,
  language: string,
): Promise<PagefindResult[]> {
  const terms: string[] = [];
  const unproven: string[] = [];
  for (const runs of words) {
    const whole = runs.join('');
    const isKnown = await isExact(whole);
    const parts = isKnown || runs.length === 1 ? [whole] : longEnough(runs);
    terms.push(...parts);
    if (isKnown) continue;
    for (const part of parts) if (!(await isExact(part))) unproven.push(part);
  }
  const results = await ask(terms.join(' '));
  if (unproven.length === 0 || results.length === 0) return results;
  const seen = await loadFound(results.slice(0, RESULTS_STEP), language);
  return unproven.every((term) => seen.some((word) => isFormOf(word, term, language)))
    ? results
    : [];
}

/** Pagefind keeps no single letters of a word with an apostrophe: “l’hôpital” is looked up without its “l”. */
function longEnough(runs: QueryWord): QueryWord {
  const long = runs.filter((run) => run.length > 1);
  return long.length > 0 ? long : runs;
}

/** The words that results were found by, folded as a query is: whole and in their parts. */
async function loadFound(results: readonly PagefindResult[], language: string): Promise<string[]> {
  const pages = await Promise.all(
    results.map(async ({ words, data }) => {
      const { content, meta } = await data();
      const all = content.split(/\s+/).filter(isWord);
      return [...words.map((place) => all[place] ?? ''), ...(meta['section'] ?? '').split(/\s+/)];
    }),
  );
  return pages.flat().flatMap((word) => {
    const runs = foldRuns(word, language).map((run) => run.toLowerCase());
    return [runs.join(''), ...runs];
  });
}

/** What is in every answer, in the order of the first, with the places of all. */
function joinAnswers([first = [], ...others]: readonly PagefindResult[][]): Found[] {
  const rest = others.map((answer) => new Map(answer.map((result) => [result.id, result])));
  return first
    .filter(({ id }) => rest.every((answer) => answer.has(id)))
    .map(({ id, words, data }) => ({
      id,
      // Pagefind has one fragment for a page and writes into it where the latest question found something.
      load: async () => ({
        ...(await data()),
        locations: [...words, ...rest.flatMap((answer) => answer.get(id)?.words ?? [])],
      }),
    }));
}
