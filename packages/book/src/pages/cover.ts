import type { Book } from '../book.ts';
import { escapeXml } from '../xhtml/xml-text.ts';
import { buildPage, linesOf } from './page.ts';

/** The first page: what it is, whose, and of which days. */
export function buildCover(book: Book): string {
  const body = `<section class="cover" epub:type="cover">
<h1>${escapeXml(book.title)}</h1>
${linesOf(book.cover)}
</section>`;
  return buildPage(book, book.title, body);
}
