import { type Archive, bookAddress, type BookIssue, startOfNextDay } from '@tamizdat/archive';
import { lastChange } from '@tamizdat/render';
import { daysOf } from '@tamizdat/take-along';
import { changedAt } from './changed-at.ts';

/** A book as lists name it. */
export interface ListedBook {
  id: string;
  address: string;
  /** `16–22 November 2026` */
  days: string;
  /** Last day, `yyyy-mm-dd`. */
  to: string;
  /** Headlines of its first articles. */
  titles: string[];
  count: number;
  /** RFC 3339. */
  updated: string;
}

/** Headlines that tell what a book is about. */
const TITLES = 3;

/** The books of an edition, the latest first, and when anything about them last changed, RFC 3339. */
export interface BookList {
  books: ListedBook[];
  updated: string;
}

/** Lists the books of an edition; undefined where there are none. */
export async function listBooks(
  door: Archive,
  lang: string,
  locale: string,
): Promise<BookList | undefined> {
  const issues = await door.books(lang);
  const [first = ''] = issues.map(({ from }) => from).sort();
  if (first === '') return undefined;
  const { timeZone } = await door.outlet();
  const taken = await door.takenBack(lang, first);
  const books = issues.map((book) => ({
    id: book.id,
    address: bookAddress(lang, book.id),
    days: daysOf(book, locale),
    to: book.to,
    titles: book.articles.slice(0, TITLES).map(({ title }) => title),
    count: book.articles.length,
    updated: changedAt(
      timesOf(book, timeZone),
      taken.filter(({ day }) => day >= book.from && day <= book.to),
    ),
  }));
  return {
    books,
    // Of all together: a removal in an older book is news of the catalogue as well.
    updated: changedAt(
      issues.flatMap((book) => timesOf(book, timeZone)),
      taken,
    ),
  };
}

/** When a book was there for the first time, and when its articles changed. */
const timesOf = ({ articles, to }: BookIssue, timeZone: string): string[] => [
  new Date(startOfNextDay(to, timeZone)).toISOString(),
  ...articles.flatMap((article) => lastChange(article) ?? article.publishedAt ?? []),
];
