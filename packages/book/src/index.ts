export type { Book, BookPicture, BookWords, Chapter } from './book.ts';
export { buildBook } from './build-book.ts';
export { type LazyFile, zip, zipLazily } from './container/zip.ts';
export { keepXml } from './xhtml/xml-text.ts';
