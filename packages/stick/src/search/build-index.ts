import { isSpaced, parseWords } from '@tamizdat/search/asking';
import { type SearchDocument, shownBlocks } from '@tamizdat/search';
import { ARTICLES_PIECE, WORDS_PIECE } from '../limits.ts';
import { PLACES, type Posting, writePlaces, writePostings } from './postings.ts';
import { articlesPiece, HEAD_PIECE, type IndexHead, placesPiece, wordsPiece } from './pieces.ts';

/** What of an article can be found, and what a result shows. */
export interface Findable extends Pick<
  SearchDocument,
  'address' | 'title' | 'standfirst' | 'bodyHtml' | 'tags' | 'dateText'
> {
  /** By which results can be narrowed down: name of its section, and year. */
  section: string;
  year: string;
}

/** A piece of the index: its name, and what it holds. */
export type Piece = [name: string, value: unknown];

/**
 * The index of one language: the list of all words, each with the articles in which it stands, cut where a piece is full, the
 * list of articles, where the words stand in each, and a head that says where the cuts are.
 * @param articles Newest first.
 * @param lang BCP 47
 */
export function buildIndex(articles: readonly Findable[], lang: string): Piece[] {
  const words = new Map<string, Posting[]>();
  const parse = rememberWords(lang);
  articles.forEach((one, article) => {
    for (const [word, { place, at }] of placesOf(one, parse)) {
      const known = words.get(word);
      if (known === undefined) words.set(word, [{ article, place, at }]);
      else known.push({ article, place, at });
    }
  });
  const cut = cutWords(words);
  const head: IndexHead = {
    firsts: cut.map(({ first }) => first),
    articles: articles.length,
    ...filed(articles),
  };
  return [
    [HEAD_PIECE, head],
    ...cut.map(({ lines }, at): Piece => [wordsPiece(at), lines.join('\n')]),
    ...cut.map(({ places }, at): Piece => [placesPiece(at), places.join('\n')]),
    ...listArticles(articles),
  ];
}

/** What can be narrowed down by, each once, and of each article which is its own. */
function filed(
  articles: readonly Findable[],
): Pick<IndexHead, 'sections' | 'years' | 'section' | 'year'> {
  const sections = [...new Set(articles.map(({ section }) => section))];
  const years = [...new Set(articles.map(({ year }) => year))];
  return {
    sections,
    years,
    section: articles.map(({ section }) => sections.indexOf(section)),
    year: articles.map(({ year }) => years.indexOf(year)),
  };
}

/** Each word of an article: the best place in which it stands, and all places, in words from the beginning. */
function placesOf(
  { bodyHtml, title, standfirst, tags }: Findable,
  parse: (text: string) => readonly (readonly string[])[],
): Map<string, { place: number; at: number[] }> {
  const places = new Map<string, { place: number; at: number[] }>();
  const blocks = shownBlocks({ title, ...(standfirst ? { standfirst } : {}), bodyHtml, tags });
  let at = 0;
  for (const { kind, text } of blocks) {
    const place = PLACES.indexOf(kind);
    for (const words of parse(text)) {
      for (const word of new Set(words)) {
        const known = places.get(word);
        if (known === undefined) places.set(word, { place, at: [at] });
        else {
          known.place = Math.max(known.place, place);
          known.at.push(at);
        }
      }
      at += 1;
    }
    // No phrase goes from one part of a text into the next.
    at += 1;
  }
  return places;
}

/** Folds a text into its words, one of several runs whole and in its parts; most words come again. */
function rememberWords(lang: string): (text: string) => string[][] {
  const parse = (text: string): string[][] =>
    parseWords(text, lang).map((runs) => (runs.length > 1 ? [runs.join(''), ...runs] : runs));
  if (!isSpaced(lang)) return parse;
  const known = new Map<string, string[][]>();
  return (text) =>
    text.split(/\s+/).flatMap((token) => {
      const kept = known.get(token) ?? parse(token);
      known.set(token, kept);
      return kept;
    });
}

interface Cut {
  first: string;
  lines: string[];
  places: string[];
  size: number;
}

function cutWords(words: ReadonlyMap<string, Posting[]>): Cut[] {
  const pieces: Cut[] = [];
  // Without a comparison of its own, sort goes by code units, as the script that asks does.
  for (const word of [...words.keys()].sort()) {
    const postings = words.get(word) ?? [];
    const line = `${word} ${writePostings(postings)}`;
    const last = pieces.at(-1);
    if (last === undefined || last.size + line.length > WORDS_PIECE)
      pieces.push({
        first: word,
        lines: [line],
        places: [writePlaces(postings)],
        size: line.length,
      });
    else {
      last.lines.push(line);
      last.places.push(writePlaces(postings));
      last.size += line.length + 1;
    }
  }
  return pieces;
}

function listArticles(articles: readonly Findable[]): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < articles.length; start += ARTICLES_PIECE)
    pieces.push([
      articlesPiece(start / ARTICLES_PIECE),
      articles
        .slice(start, start + ARTICLES_PIECE)
        .map(({ address, title, standfirst, dateText }) => [
          address,
          title,
          standfirst ?? '',
          dateText,
        ]),
    ]);
  return pieces;
}
