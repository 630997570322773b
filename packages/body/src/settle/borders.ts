/** What stands before a line of its own in a quotation or list. */
const BEFORE_LINE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?=[|:-]))?/;
/** A cell of the line under a table’s head (GFM 4.10). */
const HYPHENS = /^:?-+:?$/;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
/** A typed address up to what cannot be in it, the border of its cell among these; a link’s address stands in brackets. */
const ADDRESS = /(?<!\]\([ \t]{0,9}|[<\p{L}])(?:https?:\/\/|www\.)[^\s|\\`<>"]+/giu;
/** The border of a cell, or an escaped pipe. */
const BORDER = /\\?\|/y;

/** Markdown in which no address takes the border of its cell, and where what stands in it stood before. */
export interface SpacedBorders {
  text: string;
  /** From an offset in `text` to the same place in what was given, UTF-16 code units. */
  toGiven: (offset: number) => number;
}

/**
 * Parts typed addresses in tables from the borders of their cells by a space: the parser would read
 * “| https://a.example/|yes |” as one cell and one address, where GFM (6.9, 4.10) ends a cell first.
 */
export function spaceBorders(given: string): SpacedBorders {
  const borders = given.includes('|') ? bordersIn(given) : [];
  if (borders.length === 0) return { text: given, toGiven: (offset) => offset };
  const parts = borders.map((border, at) => given.slice(borders[at - 1] ?? 0, border));
  const text = [...parts, given.slice(borders.at(-1))].join(' ');
  return { text, toGiven: (offset) => offset - countBelow(borders, offset) };
}

/** Where addresses meet borders, in order. */
function bordersIn(given: string): number[] {
  const borders: number[] = [];
  const lines = given.split('\n');
  let start = 0;
  let fence: string | undefined;
  let isRow = false;
  for (const [at, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    isRow = fence === undefined && /\S/.test(line) && (isRow || isDelimiter(lines[at + 1] ?? ''));
    if (isRow) for (const end of endsOfAddresses(line)) borders.push(start + end);
    start += line.length + 1;
  }
  return borders;
}

/** Where an address ends at a border. */
function endsOfAddresses(line: string): number[] {
  const ends = Array.from(line.matchAll(ADDRESS), ({ 0: { length }, index }) => index + length);
  return ends.filter((end) => {
    BORDER.lastIndex = end;
    return BORDER.test(line);
  });
}

/** Whether a line is the one of hyphens under a table’s head (GFM 4.10). */
function isDelimiter(line: string): boolean {
  if (!line.includes('-')) return false;
  const row = line.replace(BEFORE_LINE, '').trim().replace(/^\|/, '').replace(/\|$/, '');
  return row.split('|').every((cell) => HYPHENS.test(cell.trim()));
}

/** How many spaces were put in before an offset of the spaced text. */
function countBelow(borders: readonly number[], offset: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((borders[middle] ?? 0) + middle < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
