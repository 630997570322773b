import type { QueryWord } from '@tamizdat/search/asking';
import { isFound } from './is-found.ts';
import { placesPiece, wordsPiece } from './pieces.ts';
import { readPlaces, readPostings } from './postings.ts';
import type { LoadPiece } from './ask-index.ts';

/** What a phrase is looked for in. */
export interface PhraseSearch {
  load: LoadPiece;
  lang: string;
  /** How forms of a word begin, and the pieces in which they may stand. */
  beginningOf: (word: string) => string;
  choose: (word: string) => number[];
}

/** Where a phrase may begin in an article: a bit a word. Slow phones keep hundreds of thousands. */
type Bits = number[];

const hasBit = (bits: Bits, at: number): boolean =>
  (((bits[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1;

const setBit = (bits: Bits, at: number): void => {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
};

/** Those of the articles in which the words of a phrase stand one behind the other, in whatever form. */
export async function holdPhrase(
  search: PhraseSearch,
  phrase: readonly QueryWord[],
  found: readonly number[],
): Promise<number[]> {
  let starts: Map<number, Bits> | undefined;
  // Long words are rare, and leave little to look at for the others.
  const asked = phrase.map((runs, offset) => ({ runs, offset, length: runs.join('').length }));
  for (const { runs, offset } of asked.sort((one, other) => other.length - one.length)) {
    const wanted: ReadonlyMap<number, Bits | undefined> =
      starts ?? new Map(found.map((article) => [article, undefined]));
    starts = await narrow(search, { runs, offset }, wanted);
  }
  return found.filter((article) => starts?.has(article));
}

/** Where the phrase may begin, after another of its words. @param wanted Where it might before; undefined for anywhere */
async function narrow(
  search: PhraseSearch,
  { runs, offset }: { runs: QueryWord; offset: number },
  wanted: ReadonlyMap<number, Bits | undefined>,
): Promise<Map<number, Bits>> {
  const next = new Map<number, Bits>();
  await eachPlace(search, runs, (article) => {
    if (!wanted.has(article)) return undefined;
    const known = wanted.get(article);
    let kept = next.get(article);
    return (place) => {
      const start = place - offset;
      if (start < 0 || (known !== undefined && !hasBit(known, start))) return;
      if (kept === undefined) next.set(article, (kept = []));
      setBit(kept, start);
    };
  });
  return next;
}

/** Takes the places of a word in an article; undefined where nobody asks for them. */
type TakePlaces = (article: number) => ((place: number) => void) | undefined;

/** A word that was written with a hyphen stands where its whole does, or its first part. */
async function eachPlace(search: PhraseSearch, runs: QueryWord, take: TakePlaces): Promise<void> {
  const [first = ''] = runs;
  const lines = await linesOf(search, runs.join(''));
  const others = lines.length === 0 && runs.length > 1 ? await linesOf(search, first) : [];
  for (const [postings, places] of [...lines, ...others]) {
    const takes: ReturnType<TakePlaces>[] = [];
    readPostings(postings, postings.indexOf(' ') + 1, (article) => takes.push(take(article)));
    readPlaces(places, (posting, place) => takes[posting]?.(place));
  }
}

/** Forms of a word: in which articles they stand, and where in each. */
async function linesOf(
  { load, lang, beginningOf, choose }: PhraseSearch,
  asked: string,
): Promise<[postings: string, places: string][]> {
  const beginning = beginningOf(asked);
  const pieces = await Promise.all(
    choose(asked).map((at) => Promise.all([load(wordsPiece(at)), load(placesPiece(at))])),
  );
  return (pieces as [string, string][]).flatMap(([words, where]) => {
    const places = where.split('\n');
    return words.split('\n').flatMap((line, nth): [string, string][] => {
      if (!line.startsWith(beginning)) return [];
      const isForm = isFound(line.slice(0, line.indexOf(' ')), asked, lang) === 'form';
      return isForm ? [[line, places[nth] ?? '']] : [];
    });
  });
}
