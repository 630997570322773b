import type { Book } from '../book.ts';
import { lineOf } from '../pages/page.ts';
import { escapeXml } from '../xhtml/xml-text.ts';
import { identifierOf } from './identifier.ts';

/** A file of the book, as its package document lists it. */
export interface Item {
  id: string;
  file: string;
  type: string;
  properties?: string;
  /** Whether it is read in its turn. */
  isPage: boolean;
}

/** What tells reading programs what the book is, what it holds and in which order (EPUB 3.3, 5). */
export function buildPackageDocument(book: Book, items: readonly Item[]): string {
  const { lang, dir } = book;
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(lang)}" dir="${dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${[...describe(book), ...describeAccess(book, items)].join('\n')}
</metadata>
<manifest>
${items.map(itemOf).join('\n')}
</manifest>
<spine page-progression-direction="${dir}">
${items
  .filter(({ isPage }) => isPage)
  .map(({ id }) => `<itemref idref="${id}"/>`)
  .join('\n')}
</spine>
</package>
`;
}

function describe({ id, lang, title, creators, publisher, date, modified }: Book): string[] {
  return [
    `<dc:identifier id="id">${identifierOf(id)}</dc:identifier>`,
    `<dc:title>${escapeXml(lineOf(title))}</dc:title>`,
    `<dc:language>${escapeXml(lang)}</dc:language>`,
    ...creators.map((name) => `<dc:creator>${escapeXml(lineOf(name))}</dc:creator>`),
    ...(publisher === undefined
      ? []
      : [`<dc:publisher>${escapeXml(lineOf(publisher))}</dc:publisher>`]),
    `<dc:date>${utcOf(date)}</dc:date>`,
    meta('dcterms:modified', utcOf(modified)),
  ];
}

/** What readers who do not see can expect (EPUB Accessibility 1.1). */
function describeAccess({ words }: Book, items: readonly Item[]): string[] {
  const hasPictures = items.some(({ type }) => type.startsWith('image/'));
  return [
    meta('schema:accessMode', 'textual'),
    ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
    // Whatever a picture tells stands in its description too.
    meta('schema:accessModeSufficient', 'textual'),
    meta('schema:accessibilityFeature', 'structuralNavigation'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityFeature', 'readingOrder'),
    meta('schema:accessibilityFeature', 'displayTransformability'),
    ...(hasPictures ? [meta('schema:accessibilityFeature', 'alternativeText')] : []),
    // Pictures stand still, and nothing sounds.
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', escapeXml(lineOf(words.accessibility))),
  ];
}

const meta = (property: string, value: string): string =>
  `<meta property="${property}">${value}</meta>`;

const itemOf = ({ id, file, type, properties }: Item): string =>
  `<item id="${id}" href="${file}" media-type="${type}"${properties === undefined ? '' : ` properties="${properties}"`}/>`;

/** A time as EPUB writes it: UTC, whole seconds. */
const utcOf = (time: string): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
