import path from 'node:path';
import type { Outlet } from '@tamizdat/article-schema';
import { changeBook, takeNames } from '@tamizdat/mirrors/addresses';
import { findBook } from './book-place.ts';
import { readChannel } from './channel-argument.ts';
import { explaining } from './explain-address.ts';

/**
 * Takes addresses of a channel, to be shown there: those that are out, and ready ones where there are too few, which are
 * noted as out before they are given.
 * @param root The content folder.
 * @throws UsageError, Error in words
 */
export async function takeBases(
  outlet: Outlet,
  root: string,
  { channel: given, count }: { channel: string; count: number },
): Promise<string[]> {
  const channel = readChannel(given);
  const place = findBook(outlet, path.resolve(root), process.env);
  return explaining(() =>
    changeBook(place, (book) => {
      const taken = takeNames(book, { channel, count, now: place.now });
      return { book: taken.book, result: taken.names.map(({ base }) => base) };
    }),
  );
}
