import type { Reason } from '../../record.ts';
import { dateOf } from './article-fields.ts';
import type { FolderFiles } from './folder-files.ts';
import type { Row } from './row.ts';
import type { Addresses, PagePlace, Site } from './site.ts';
import { type Page, splitPage } from './split-page.ts';

const MARKDOWN = /\.(?:md|mdx|markdown|mkdn?|mdown)$/i;
/** A text whose words are marked up already. */
export const HTML = /\.html?$/i;
/** Texts in other languages of markup: nothing here reads them, and they are counted. */
const OTHER = /\.(?:textile|adoc|asciidoc|org|rst|haml|pug|njk|liquid)$/i;

/** The texts of a site, those that nothing here reads included. */
export function textsIn(files: FolderFiles, { texts, without }: Site): string[] {
  const isBelow = (path: string) =>
    texts.some((folder) => folder === '' || path.startsWith(`${folder}/`));
  return files.files.filter(
    (path) =>
      (MARKDOWN.test(path) || HTML.test(path) || OTHER.test(path)) &&
      isBelow(path) &&
      !path
        .split('/')
        .slice(0, -1)
        .some((part) => without.has(part)),
  );
}

/** A text of a site, read. */
export interface Read {
  page: Page;
  place: PagePlace;
  fields: Row;
  date: string;
  addresses: Addresses;
}

/** What a file says of itself, or why it is no article. */
export function readPage(
  path: string,
  files: FolderFiles,
  site: Site,
): Read | { reason: Reason; detail: string } {
  const place = site.placeOf(path);
  if (place === undefined)
    return { reason: 'not-an-article', detail: path.slice(path.lastIndexOf('.')) };
  if (OTHER.test(path))
    return { reason: 'malformed', detail: `no Markdown: ${path.slice(path.lastIndexOf('.'))}` };
  const bytes = files.read(path);
  if (bytes === undefined) return { reason: 'too-long', detail: '' };
  const text = decodeText(bytes, site.encoding);
  if (text === undefined) return { reason: 'malformed', detail: `not in ${site.encoding}` };
  const page = splitPage(text);
  if (page === 'no-fields') return { reason: 'not-an-article', detail: 'no front matter' };
  if (page === 'unreadable') return { reason: 'malformed', detail: 'front matter' };
  const fields = { ...site.inherited(path), ...page.fields };
  const date = dateOf(fields, place.date);
  return { page, place, fields, date, addresses: site.addressesOf(place, fields, date) };
}

function decodeText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
