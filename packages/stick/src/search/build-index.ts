import { isSpaced, parseWords } from '@tamizdat/search/asking';
import { type SearchDocument, shownBlocks } from '@tamizdat/search';
import { ARTICLES_PIECE, WORDS_PIECE } from '../limits.ts';
import { PLACES, type Posting, writePostings } from './postings.ts';
import { articlesPiece, HEAD_PIECE, type IndexHead, wordsPiece } from './pieces.ts';

/** What of an article can be found, and what a result shows. */
export type Findable = Pick<
  SearchDocument,
  'address' | 'title' | 'standfirst' | 'bodyHtml' | 'tags' | 'dateText'
>;

/** A piece of the index: its name, and what it holds. */
export type Piece = [name: string, value: unknown];

/**
 * The index of one language: the list of all words, each with the articles in which it stands, cut where a piece is full, the
 * list of articles, and a head that says where the cuts are.
 * @param articles Newest first.
 * @param lang BCP 47
 */
export function buildIndex(articles: readonly Findable[], lang: string): Piece[] {
  const words = new Map<string, Posting[]>();
  const parse = rememberWords(lang);
  articles.forEach((one, article) => {
    for (const [word, place] of placesOf(one, parse)) {
      const known = words.get(word);
      if (known === undefined) words.set(word, [{ article, place }]);
      else known.push({ article, place });
    }
  });
  const cut = cutWords(words);
  const head: IndexHead = { firsts: cut.map(({ first }) => first), articles: articles.length };
  return [
    [HEAD_PIECE, head],
    ...cut.map(({ text }, at): Piece => [wordsPiece(at), text]),
    ...listArticles(articles),
  ];
}

/** Each word of an article with the best place in which it stands. */
function placesOf(
  { bodyHtml, title, standfirst, tags }: Findable,
  parse: (text: string) => readonly string[],
): Map<string, number> {
  const places = new Map<string, number>();
  const blocks = shownBlocks({ title, ...(standfirst ? { standfirst } : {}), bodyHtml, tags });
  for (const { kind, text } of blocks) {
    const place = PLACES.indexOf(kind);
    for (const word of parse(text)) if ((places.get(word) ?? -1) < place) places.set(word, place);
  }
  return places;
}

/** Folds a text into words, a word of several runs whole and in its parts; most words come again. */
function rememberWords(lang: string): (text: string) => string[] {
  const parse = (text: string): string[] =>
    parseWords(text, lang).flatMap((runs) => (runs.length > 1 ? [runs.join(''), ...runs] : runs));
  if (!isSpaced(lang)) return parse;
  const known = new Map<string, string[]>();
  return (text) =>
    text.split(/\s+/).flatMap((token) => {
      const kept = known.get(token) ?? parse(token);
      known.set(token, kept);
      return kept;
    });
}

function cutWords(words: ReadonlyMap<string, Posting[]>): { first: string; text: string }[] {
  const pieces: { first: string; lines: string[]; size: number }[] = [];
  // Without a comparison of its own, sort goes by code units, as the script that asks does.
  for (const word of [...words.keys()].sort()) {
    const line = `${word} ${writePostings(words.get(word) ?? [])}`;
    const last = pieces.at(-1);
    if (last === undefined || last.size + line.length > WORDS_PIECE)
      pieces.push({ first: word, lines: [line], size: line.length });
    else {
      last.lines.push(line);
      last.size += line.length + 1;
    }
  }
  return pieces.map(({ first, lines }) => ({ first, text: lines.join('\n') }));
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
