import { scanHtml } from '@tamizdat/tree';
import { NARROW_COLUMNS } from '../limits.ts';

interface Span {
  start: number;
  end: number;
}

/** A table as it stands in HTML: its cells are the HTML within them. */
interface FoundTable extends Span {
  rows: string[][];
  /** Cells that span others have no place in a list. */
  spans: boolean;
}

/**
 * Sets tables of many columns as lists: a row is its first cell and, a line each, what the others are and hold. A mail
 * program has no frame that scrolls, and makes the whole letter small until its widest table fits.
 */
export function narrowTables(html: string): string {
  let done = 0;
  const pieces: string[] = [];
  for (const table of findTables(html)) {
    const [head = [], ...rows] = table.rows;
    if (head.length <= NARROW_COLUMNS || table.spans) continue;
    pieces.push(html.slice(done, table.start), rows.map((row) => rowHtml(head, row)).join(''));
    done = table.end;
  }
  return pieces.join('') + html.slice(done);
}

const rowHtml = (head: readonly string[], [first = '', ...cells]: readonly string[]): string =>
  `<p><strong>${first}</strong>${cells
    .map((cell, index) => ({ label: head[index + 1] ?? '', cell }))
    .filter(({ cell }) => cell !== '')
    .map(({ label, cell }) => `<br>${label === '' ? '' : `${label}: `}${cell}`)
    .join('')}</p>`;

function findTables(html: string): FoundTable[] {
  const found: FoundTable[] = [];
  let table: FoundTable | undefined;
  let cell = 0;
  scanHtml(html, {
    openTag: ({ name, attributes, start, end }) => {
      if (name === 'table') table = { start, end, rows: [], spans: false };
      if (name === 'tr') table?.rows.push([]);
      if (name !== 'td' && name !== 'th') return;
      cell = end;
      if (table && (attributes.has('colspan') || attributes.has('rowspan'))) table.spans = true;
    },
    closeTag: (name, start) => {
      if (name === 'td' || name === 'th') table?.rows.at(-1)?.push(html.slice(cell, start - 2));
      if (name !== 'table' || table === undefined) return;
      found.push({ ...table, end: html.indexOf('>', start) + 1 });
      table = undefined;
    },
  });
  return found;
}
