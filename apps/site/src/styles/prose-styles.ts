import article from './article.css?inline';
import code from './code.css?inline';
import drawing from './drawing.css?inline';
import gallery from './gallery.css?inline';
import numbers from './numbers.css?inline';
import notes from './notes.css?inline';
import recording from './recording.css?inline';
import quote from './quote.css?inline';
import subheading from './subheading.css?inline';
import pictureCell from './picture-cell.css?inline';
import table from './table.css?inline';
import wideTable from './wide-table.css?inline';

/** Rules that only some texts need, by what they are recognised by in HTML that we rendered ourselves. */
const parts: [mark: string, css: string][] = [
  ['<blockquote', quote],
  ['<pre', code],
  ['<table', table],
  ['</figure></td>', pictureCell],
  ['</figure></th>', pictureCell],
  ['class="gallery"', gallery],
  ['.svg"', drawing],
  ['<audio', recording],
  ['<video', recording],
  ['<h3', subheading],
  ['<sup', notes],
  [' class="n', numbers],
];

/** CSS of a page with an article's text: readers pay by the byte, so a text without tables carries no rules for them. */
export function proseStyles(html: string): string {
  return (
    article +
    parts
      .filter(([mark]) => html.includes(mark))
      .map(([, css]) => css)
      .filter((css, place, all) => all.indexOf(css) === place)
      .join('') +
    (hasWideTable(html) ? wideTable : '')
  );
}

/** A table of so many columns may be wider than paper, and than the column of a text. */
const WIDE_COLUMNS = 6;

export const hasWideTable = (html: string): boolean =>
  html.split('</tr>').some((row) => row.split(/<t[hd]\b/).length > WIDE_COLUMNS);

/** CSS for a text whose parts are rendered elsewhere: all of it. */
export function allProseStyles(): string {
  return article + [...new Set(parts.map(([, css]) => css))].join('') + wideTable;
}
