import { parseQuery, type QueryWord } from '@tamizdat/search/asking';
import { PIECES_MAX, QUERY_MAX, QUERY_WORDS_MAX } from '../limits.ts';
import { commonLetters, isFound } from './is-found.ts';
import { holdPhrase } from './find-phrase.ts';
import { HEAD_PIECE, type IndexHead, wordsPiece } from './pieces.ts';
import { readPostings, WEIGHTS } from './postings.ts';

/** What came of a query. */
export interface Answer {
  /** Places in the list of articles, best first. */
  found: number[];
  /** Words that stand in no article. */
  missing: string[];
}

/** Loads a piece of the index. */
export type LoadPiece = (name: string) => Promise<unknown>;

/** An article’s weight by its place in the list. */
type Weights = Map<number, number>;

/** What results are narrowed down to; empty for any. */
export interface Narrowing {
  /** Name of a section. */
  section: string;
  year: string;
}

/**
 * The articles that hold all words of a query, in whatever form; of equal ones the newer first. A word that stands in none
 * finds nothing. Words between quotation marks stand one behind the other. Without a word all articles are found that the
 * results are narrowed down to.
 */
export async function askIndex(
  load: LoadPiece,
  query: string,
  lang: string,
  narrowing: Narrowing = { section: '', year: '' },
): Promise<Answer> {
  const { words, phrases } = parseQuery(query.slice(0, QUERY_MAX), lang);
  const asked = [...words, ...phrases.flat()].slice(0, QUERY_WORDS_MAX);
  const isNarrowed = narrowing.section !== '' || narrowing.year !== '';
  if (asked.length === 0 && !isNarrowed) return { found: [], missing: [] };
  const head = (await load(HEAD_PIECE)) as IndexHead;
  const answers = await Promise.all(asked.map((word) => findWord(load, head, word, lang)));
  const missing = asked.filter((_, at) => answers[at]?.size === 0).map((runs) => runs.join('-'));
  const all = asked.length === 0 ? [...head.section.keys()] : rank(answers);
  let found = all.filter((article) => isWithin(head, article, narrowing));
  const search = {
    load,
    lang,
    beginningOf: (word: string) => beginningOf(word, lang),
    choose: (word: string) => choosePieces(head, word, beginningOf(word, lang)),
  };
  for (const phrase of phrases.filter(({ length }) => length > 1))
    found = await holdPhrase(search, phrase, found);
  return { found, missing };
}

const isWithin = (
  { sections, years, section: sectionOf, year: yearOf }: IndexHead,
  article: number,
  { section, year }: Narrowing,
): boolean =>
  (section === '' || sections[sectionOf[article] ?? -1] === section) &&
  (year === '' || years[yearOf[article] ?? -1] === year);

const beginningOf = (word: string, lang: string): string =>
  word.slice(0, commonLetters(word, lang));

/** A word with a hyphen or an apostrophe counts as one, or else as its parts. */
async function findWord(
  load: LoadPiece,
  head: IndexHead,
  runs: QueryWord,
  lang: string,
): Promise<Weights> {
  const whole = await findRun(load, head, runs.join(''), lang);
  if (whole.size > 0 || runs.length === 1) return whole;
  const long = runs.filter((run) => run.length > 1);
  return join(await Promise.all(long.map((run) => findRun(load, head, run, lang))));
}

async function findRun(
  load: LoadPiece,
  head: IndexHead,
  asked: string,
  lang: string,
): Promise<Weights> {
  const beginning = beginningOf(asked, lang);
  const pieces = await Promise.all(
    choosePieces(head, asked, beginning).map((at) => load(wordsPiece(at)) as Promise<string>),
  );
  const weights: Weights = new Map();
  for (const line of pieces.flatMap((text) => linesFrom(text, beginning))) {
    const space = line.indexOf(' ');
    const match = isFound(line.slice(0, space), asked, lang);
    if (match === undefined) continue;
    const share = match === 'form' ? 1 : 2;
    readPostings(line, space + 1, (article, place) => {
      const weight = (WEIGHTS[place] ?? 1) / share;
      if ((weights.get(article) ?? 0) < weight) weights.set(article, weight);
    });
  }
  return weights;
}

/** The lines of a piece that begin so: they stand one below the other, and the rest is not looked at. */
function linesFrom(text: string, beginning: string): string[] {
  const start = text.startsWith(beginning) ? 0 : text.indexOf(`\n${beginning}`) + 1;
  if (start === 0 && !text.startsWith(beginning)) return [];
  const lines: string[] = [];
  for (let at = start; text.startsWith(beginning, at);) {
    const end = text.indexOf('\n', at);
    lines.push(text.slice(at, end === -1 ? undefined : end));
    if (end === -1) break;
    at = end + 1;
  }
  return lines;
}

/** Pieces in which words may stand that answer: those with its first letters, or, where these are too many, with all of it. */
export function choosePieces(
  { firsts }: Pick<IndexHead, 'firsts'>,
  asked: string,
  beginning: string,
): number[] {
  const near = piecesOf(firsts, beginning);
  return (near.length > PIECES_MAX ? piecesOf(firsts, asked) : near).slice(0, PIECES_MAX);
}

function piecesOf(firsts: readonly string[], beginning: string): number[] {
  const end = `${beginning}\uffff`;
  return firsts.flatMap((first, at) => {
    const next = firsts[at + 1];
    return first <= end && (next === undefined || next > beginning) ? [at] : [];
  });
}

/** What stands in every answer, with the sum of its weights. */
function join([first = new Map<number, number>(), ...others]: readonly Weights[]): Weights {
  const joined: Weights = new Map();
  for (const [article, weight] of first) {
    const rest = others.map((other) => other.get(article));
    if (rest.every((one) => one !== undefined))
      joined.set(
        article,
        rest.reduce((sum, one) => sum + one, weight),
      );
  }
  return joined;
}

function rank(answers: readonly Weights[]): number[] {
  return [...join(answers)]
    .sort(([one, its], [other, others]) => others - its || one - other)
    .map(([article]) => article);
}
