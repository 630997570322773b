/** Where a word stands in an article, lightest first; what counts is the best place. */
export const PLACES = ['text', 'heading', 'standfirst', 'title'] as const;
/** What a place says of an article, as the site’s own search weighs it. */
export const WEIGHTS = [1, 2, 5, 10] as const;

/** An article, by its place in the list, and the best place in which a word stands there. */
export interface Posting {
  article: number;
  place: number;
  /** Where it stands there, in words from the beginning, ascending; parts of a text lie further apart than words. */
  at: readonly number[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Writes postings, in the order of their articles, as a line of ASCII: distances, five bits a letter. */
export function writePostings(postings: readonly Pick<Posting, 'article' | 'place'>[]): string {
  let before = 0;
  return postings
    .map(({ article, place }) => {
      const number = (article - before) * PLACES.length + place;
      before = article;
      return writeNumber(number);
    })
    .join('');
}

/** Writes where a word stands in each of its articles: how often, and the distances. */
export const writePlaces = (postings: readonly Pick<Posting, 'at'>[]): string =>
  postings
    .map(
      ({ at }) =>
        writeNumber(at.length) +
        at.map((one, nth) => writeNumber(one - (at[nth - 1] ?? 0))).join(''),
    )
    .join('');

function writeNumber(number: number): string {
  let text = '';
  let left = number;
  for (; left > 31; left = Math.floor(left / 32)) text += DIGITS.charAt(32 + (left % 32));
  return text + DIGITS.charAt(left);
}

/** What each letter stands for, by its code. */
const VALUES = new Uint8Array(128);
for (let digit = 0; digit < DIGITS.length; digit++) VALUES[DIGITS.charCodeAt(digit)] = digit;

/** Reads what {@link writePostings} wrote, from the place `start` on. A slow phone reads thousands at a time. */
export function readPostings(
  text: string,
  start: number,
  take: (article: number, place: number) => void,
): void {
  let article = 0;
  readNumbers(text, start, (value) => {
    article += Math.floor(value / PLACES.length);
    take(article, value % PLACES.length);
  });
}

/** Reads what {@link writePlaces} wrote. @param take Gets the number of the posting, and a place */
export function readPlaces(text: string, take: (posting: number, place: number) => void): void {
  let posting = -1;
  let left = 0;
  let place = 0;
  readNumbers(text, 0, (value) => {
    if (left === 0) {
      posting += 1;
      left = value;
      place = 0;
    } else {
      left -= 1;
      place += value;
      take(posting, place);
    }
  });
}

function readNumbers(text: string, start: number, take: (value: number) => void): void {
  let value = 0;
  let unit = 1;
  for (let at = start; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)] ?? 0;
    value += (digit % 32) * unit;
    unit *= 32;
    if (digit > 31) continue;
    take(value);
    value = 0;
    unit = 1;
  }
}
