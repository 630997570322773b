import { isMissing, readPlain, SECRET, writeWhole } from '@tamizdat/files';
import { withLock } from '@tamizdat/tree';
import { BOOK_MAX_BYTES } from '../limits.ts';
import { AddressError } from './address-error.ts';
import { type AddressBook, refuseClock } from './book.ts';
import { encodeBook, parseBook } from './parse-book.ts';

/**
 * Loads the book of an outlet's names; an empty one where there is no file yet.
 * @param outlet Whose it has to be.
 * @throws AddressError `book-damaged`, `book-foreign`; errors of the file system
 */
export function loadBook(file: string, outlet: string): AddressBook {
  try {
    const bytes = readPlain(file, BOOK_MAX_BYTES);
    return parseBook(new TextDecoder('utf-8', { fatal: true }).decode(bytes), outlet);
  } catch (error) {
    if (isMissing(error)) return { outlet, names: [] };
    if (error instanceof TypeError) throw new AddressError('book-damaged', 'no UTF-8');
    if (codeOf(error) === 'EFBIG') throw new AddressError('book-damaged', 'too long');
    if (codeOf(error) === 'EFTYPE' || codeOf(error) === 'ELOOP')
      throw new AddressError('book-damaged', 'no file');
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** Where a book is, whose it is, and when it is. */
export interface BookPlace {
  file: string;
  outlet: string;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Changes the book while nobody else does, and puts it on the disk whole before anything is said of it: what cannot be
 * noted was not given.
 * @param change Gives the changed book with what came of it; the same book where nothing is to be written.
 * @throws AddressError; ToldError `publish-locked`; errors of the file system
 */
export function changeBook<Result>(
  { file, outlet, now }: BookPlace,
  change: (
    book: AddressBook,
  ) => { book: AddressBook; result: Result } | Promise<{ book: AddressBook; result: Result }>,
): Promise<Result> {
  return withLock(`${file}.lock`, async () => {
    const former = loadBook(file, outlet);
    refuseClock(former, now);
    const { book, result } = await change(former);
    if (book !== former) writeWhole(file, encodeBook(book), { modes: SECRET, isSynced: true });
    return result;
  });
}
