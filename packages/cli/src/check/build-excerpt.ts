/** The widest piece of a line that is shown, in UTF-16 code units. */
const WIDTH = 100;
/** How much of the line stands before the place that is pointed at. */
const BEFORE = 30;

/** A piece of a line with the place that is pointed at. */
export interface Excerpt {
  text: string;
  indent: number;
  length: number;
}

/** Cuts a line to what fits a terminal and spells out what cannot be seen. `column` is 1-based. */
export function buildExcerpt(given: string, column: number, length = 1): Excerpt {
  const line = withoutPasswords(given);
  const start =
    line.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - BEFORE, line.length - WIDTH));
  const end = Math.min(line.length, start + WIDTH);
  const before = visible(line.slice(start, column - 1));
  const marked = visible(line.slice(column - 1, Math.min(end, column - 1 + length)));
  const after = visible(line.slice(Math.min(end, column - 1 + length), end));
  const open = start > 0 ? '…' : '';
  return {
    text: `${open}${before}${marked}${after}${end < line.length ? '…' : ''}`,
    indent: open.length + before.length,
    length: Math.max(1, marked.length),
  };
}

const visible = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (character) =>
    character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );

/** What stands before the “@” of an address is covered, in its length: logs are read by anyone. */
function withoutPasswords(line: string): string {
  return line.replaceAll(/(?<=\/\/)[^\s/@]+(?=@)/g, (secret) => '*'.repeat(secret.length));
}
