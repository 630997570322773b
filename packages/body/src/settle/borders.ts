/** What stands before a line of its own in a quotation or list. */
const BEFORE_LINE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?=[|:-]))?/;
/** A cell of the line under a table’s head (GFM 4.10). */
const HYPHENS = /^:?-+:?$/;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
/** A typed address up to what cannot be in it, the border of its cell among these; a link’s address stands in brackets. */
const ADDRESS = /(?<!\]\([ \t]{0,9}|[<\p{L}])(?:https?:\/\/|www\.)[^\s|\\`<>"]+/giu;
/** The border of a cell, or an escaped pipe. */
const BORDER = /\\?\|/y;

/**
 * Where typed addresses meet the borders of their cells, in order: the parser would read “| https://a.example/|yes |” as one
 * cell and one address, where GFM (6.9, 4.10) ends a cell first.
 */
export function bordersIn(given: string): number[] {
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
