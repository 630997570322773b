import type { Table, TableRow } from 'mdast';
import { lineFrom, type Misread } from './misread.ts';
import { startOf } from './nodes.ts';

/** A span of code in a line, bounded so that no line takes long. */
const CODE = /(`{1,9})(?!`).{1,400}?(?<!`)\1(?!`)/g;
/** Addresses of links, in which a pipe can be meant as well. */
const ADDRESS = /\]\((?:https?:|www\.|mailto:|\/)[^()\s]{1,600}\)/gi;
const AUTOLINK = /<https?:[^<>\s]{1,600}>/gi;
const PIPE = /(?<!\\)\|/g;

/**
 * The rows of a table that have not as many cells as its head: GFM (4.10) ends a cell at every “|”, one in code too,
 * and takes the line below a table for a row of it.
 */
export function oddRows(table: Table, source: string): Misread[] {
  const [head, ...rows] = table.children;
  const wanted = head?.children.length ?? 0;
  return rows.flatMap((row) =>
    row.children.length === wanted
      ? splitCode(row, source)
      : [oddRow(row, row.children.length - wanted, source)],
  );
}

/** A row whose code was parted, and that has as many cells as its head only so. */
function splitCode(row: TableRow, source: string): Misread[] {
  const offset = startOf(row);
  const written = lineFrom(source, offset);
  const whole = withWholeCode(written);
  const lost = whole.length - written.length;
  return lost === 0 ? [] : [{ kind: 'row-code', offset, written, mended: padded(whole, lost) }];
}

/** The row with so many more cells, which are empty. */
const padded = (row: string, cells: number): string =>
  row.trimEnd().replace(/(?<!\|)$/, ' |') + ' |'.repeat(cells);

const withWholeCode = (written: string): string =>
  written.replaceAll(CODE, (span) => span.replaceAll(PIPE, '\\|'));

function oddRow(row: TableRow, surplus: number, source: string): Misread {
  const offset = startOf(row);
  const written = lineFrom(source, offset);
  if (surplus > 0) return { kind: 'row-long', offset, written, mended: joined(written, surplus) };
  if (!written.includes('|')) return { kind: 'row-text', offset, written, mended: `\n${written}` };
  return { kind: 'row-short', offset, written, mended: padded(written, -surplus) };
}

/** The row with a backslash before what was no border: the pipes in code and addresses, or else the last ones. */
function joined(written: string, surplus: number): string {
  const code = withWholeCode(written)
    .replaceAll(ADDRESS, (address) => address.replaceAll(PIPE, '\\|'))
    .replaceAll(AUTOLINK, (address) => address.replaceAll(PIPE, '%7C'));
  if (code !== written) return code;
  const inner = Array.from(written.trimEnd().matchAll(PIPE), ({ index }) => index).filter(
    (at) => at > 0 && at < written.trimEnd().length - 1,
  );
  return inner
    .slice(-surplus)
    .reverse()
    .reduce((line, at) => `${line.slice(0, at)}\\${line.slice(at)}`, written);
}
