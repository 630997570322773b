/** Puts parts into the braces of a pattern. */
export function fillPattern(pattern: string, parts: Readonly<Record<string, string>>): string {
  let address = '';
  for (const [place, piece] of piecesOf(pattern).entries())
    address += place % 2 === 0 ? piece : (parts[piece] ?? '');
  return address;
}

/** Patterns are few, and addresses many. */
const split = new Map<string, readonly string[]>();

/** What stands in a pattern and the names of its parts, by turns. */
function piecesOf(pattern: string): readonly string[] {
  const pieces = split.get(pattern) ?? pattern.split(/\{(\w+)\}/);
  split.set(pattern, pieces);
  return pieces;
}
