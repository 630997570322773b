/** Lays out rows as a text table; the first row holds the headings. Columns named in `left` start at the left edge. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  left: readonly string[],
): string {
  const [headings = []] = rows;
  const widths = headings.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  const alignCell = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return left.includes(headings[column] ?? '') ? cell.padEnd(width) : cell.padStart(width);
  };
  return rows.map((row) => row.map(alignCell).join('  ').trimEnd()).join('\n');
}
