import type { Book, Chapter } from '../book.ts';
import { buildXhtml, type Xhtml, type XhtmlContext } from '../xhtml/build-xhtml.ts';
import { survey } from '../xhtml/survey.ts';
import { escapeXml } from '../xhtml/xml-text.ts';
import { buildPage, linesOf } from './page.ts';

/** A chapter’s page, and what contents and the list of files take from it. */
export interface ChapterPage extends Pick<Xhtml, 'headings' | 'shown'> {
  page: string;
}

/** Sets a chapter: its title, who wrote it, its text, where it stands besides. */
export function buildChapter(book: Book, chapter: Chapter, context: XhtmlContext): ChapterPage {
  const { title, meta, html, foot } = chapter;
  const { text, headings, shown } = buildXhtml(html, context);
  // Where the text stands on the network is said below it: that link leads out, not back to the chapter.
  const outside = { ...context, here: { file: '', survey: survey('') }, chapters: [] };
  const below = foot === undefined ? '' : buildXhtml(foot, outside).text;
  const body = `<section epub:type="chapter" role="doc-chapter" aria-labelledby="title">
<h1 id="title">${escapeXml(title)}</h1>
${meta.length === 0 ? '' : `<div class="meta">\n${linesOf(meta)}\n</div>\n`}${text}
${below === '' ? '' : `<footer>${below}</footer>\n`}</section>`;
  return { page: buildPage(book, title, body), headings, shown };
}
