import type { Book } from '../book.ts';
import type { Heading } from '../xhtml/build-xhtml.ts';
import { escapeXml } from '../xhtml/xml-text.ts';
import { buildPage, lineOf } from './page.ts';

/** A chapter as contents name it. */
export interface Entry {
  file: string;
  title: string;
  headings: readonly Heading[];
}

/** The contents: chapters, in each its headings. Reading programs make their menu of it. */
export function buildContents(book: Book, entries: readonly Entry[]): string {
  const title = escapeXml(book.words.contents);
  const body = `<nav epub:type="toc" role="doc-toc" aria-labelledby="title">
<h1 id="title">${title}</h1>
<ol>
${entries.map(entryOf).join('\n')}
</ol>
</nav>
<nav epub:type="landmarks" aria-label="${title}" hidden="hidden">
<ol>
<li><a epub:type="toc" href="contents.xhtml">${title}</a></li>
<li><a epub:type="bodymatter" href="${entries[0]?.file ?? ''}">${escapeXml(lineOf(book.title))}</a></li>
</ol>
</nav>`;
  return buildPage(book, book.words.contents, body);
}

function entryOf({ file, title, headings }: Entry): string {
  const inner = headings.map(({ id, text }) => linkOf(`${file}#${id}`, text));
  const below = inner.length === 0 ? '' : `\n<ol>\n${inner.join('</li>\n')}</li>\n</ol>`;
  return `${linkOf(file, title)}${below}</li>`;
}

const linkOf = (href: string, text: string): string =>
  `<li><a href="${href}">${escapeXml(lineOf(text))}</a>`;
