import { type Archive, bookAddress, type BookIssue } from '@tamizdat/archive';
import { lastChange } from '@tamizdat/render';
import { daysOf } from '@tamizdat/take-along';

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

/** The books of an edition, the latest first. */
export async function listBooks(
  door: Archive,
  lang: string,
  locale: string,
): Promise<ListedBook[]> {
  return (await door.books(lang)).map((book) => ({
    id: book.id,
    address: bookAddress(lang, book.id),
    days: daysOf(book, locale),
    to: book.to,
    titles: book.articles.slice(0, TITLES).map(({ title }) => title),
    count: book.articles.length,
    updated: updatedAt(book, door.clock),
  }));
}

const updatedAt = ({ articles }: BookIssue, clock: string): string =>
  articles
    .map((article) => lastChange(article) ?? article.publishedAt ?? clock)
    .reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last));
