import type { Book, BookPicture } from './book.ts';
import { buildPackageDocument, type Item } from './container/package-document.ts';
import { type BookFile, zip } from './container/zip.ts';
import { buildChapter, type ChapterPage } from './pages/chapter.ts';
import { buildContents } from './pages/contents.ts';
import { buildCover } from './pages/cover.ts';
import { STYLE } from './pages/style.ts';
import type { LinkTarget } from './xhtml/resolve-link.ts';
import { survey } from './xhtml/survey.ts';

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
const XHTML = 'application/xhtml+xml';
const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/**
 * Makes an EPUB 3. A book that is equal gives the same bytes, whatever the day and the zone.
 * @throws RangeError for a book without chapters, and for times that are none
 */
export async function buildBook(book: Book): Promise<Buffer> {
  if (book.chapters.length === 0) throw new RangeError('A book has one chapter at least.');
  const pictures = new Map(
    book.pictures.map((picture, at) => [picture.name, { picture, file: fileOf(picture, at) }]),
  );
  const pages = buildPages(book, new Map([...pictures].map(([name, { file }]) => [name, file])));
  const shown = new Set(pages.flatMap((page) => [...page.shown]));
  const inside = [...pictures].filter(([name]) => shown.has(name)).map(([, one]) => one);
  const files = pages.map(({ page }, at) => textFile(`book/${chapterFile(at)}`, page));
  return zip([
    { path: 'mimetype', bytes: Buffer.from('application/epub+zip'), isStored: true },
    textFile('META-INF/container.xml', CONTAINER),
    textFile('book/package.opf', buildPackageDocument(book, listItems(pages, inside))),
    textFile('book/cover.xhtml', buildCover(book)),
    textFile('book/contents.xhtml', buildContents(book, entriesOf(book, pages))),
    ...files,
    textFile('book/look.css', STYLE),
    ...inside.map(({ picture: { bytes }, file }) => ({
      path: `book/${file}`,
      bytes,
      isStored: true,
    })),
  ]);
}

function buildPages(book: Book, pictures: ReadonlyMap<string, string>): ChapterPage[] {
  const chapters = book.chapters.map(({ html, address }, at): LinkTarget => {
    return { file: chapterFile(at), address, survey: survey(html) };
  });
  return chapters.map((here, at) => {
    const chapter = book.chapters[at];
    if (chapter === undefined) throw new RangeError('no such chapter');
    return buildChapter(book, chapter, { here, chapters, links: book.links, pictures });
  });
}

const entriesOf = (book: Book, pages: readonly ChapterPage[]) =>
  pages.map(({ headings }, at) => ({
    file: chapterFile(at),
    title: book.chapters[at]?.title ?? '',
    headings,
  }));

function listItems(
  pages: readonly ChapterPage[],
  pictures: readonly { picture: BookPicture; file: string }[],
): Item[] {
  return [
    { id: 'cover', file: 'cover.xhtml', type: XHTML, isPage: true },
    { id: 'contents', file: 'contents.xhtml', type: XHTML, properties: 'nav', isPage: true },
    ...pages.map((_, at) => ({
      id: `chapter-${at + 1}`,
      file: chapterFile(at),
      type: XHTML,
      isPage: true,
    })),
    { id: 'look', file: 'look.css', type: 'text/css', isPage: false },
    ...pictures.map(({ picture: { type }, file }, at) => ({
      id: `picture-${at + 1}`,
      file,
      type,
      isPage: false,
    })),
  ];
}

const chapterFile = (at: number): string => `chapter-${at + 1}.xhtml`;

const fileOf = ({ type }: BookPicture, at: number): string =>
  `pictures/${at + 1}.${EXTENSIONS[type]}`;

const textFile = (path: string, text: string): BookFile => ({
  path,
  bytes: Buffer.from(text),
  isStored: false,
});
