export type { Book, BookPicture, BookWords, Chapter } from './book.ts';
export { buildBook } from './build-book.ts';
