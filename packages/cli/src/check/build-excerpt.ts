import { printable } from './printable.ts';

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
export function buildExcerpt(line: string, column: number, length = 1): Excerpt {
  const start =
    line.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - BEFORE, line.length - WIDTH));
  const end = Math.min(line.length, start + WIDTH);
  const piece = withoutPasswords(line, start, end);
  const [from, to] = [column - 1 - start, Math.min(end, column - 1 + length) - start];
  const before = visible(piece.slice(0, Math.max(0, from)));
  const marked = visible(piece.slice(Math.max(0, from), Math.max(0, to)));
  const after = visible(piece.slice(Math.max(0, to)));
  const open = start > 0 ? '…' : '';
  return {
    text: `${open}${before}${marked}${after}${end < line.length ? '…' : ''}`,
    indent: open.length + before.length,
    length: Math.max(1, marked.length),
  };
}

const visible = (text: string): string => printable(text.replaceAll(/[\t\n]/g, ' '));

/** A password may be as long; of what is longer the rest is covered, too. */
const SECRET_MAX = 4_000;

/**
 * A piece of a line with what is around it, in which what stands before the “@” of an address is covered, in its length:
 * logs are read by anyone. No more is looked at: a line may hold a thousand problems, each with its own piece.
 */
function withoutPasswords(line: string, start: number, end: number): string {
  const [from, to] = [Math.max(0, start - SECRET_MAX), Math.min(line.length, end + SECRET_MAX)];
  const covered = line
    .slice(from, to)
    .replaceAll(/(?<=\/\/)[^\s/@]+(?=@|$)|^[^\s/@]+(?=@)/g, (secret, at: number, piece: string) =>
      (at === 0 && from === 0) || (at + secret.length === piece.length && to === line.length)
        ? secret
        : '*'.repeat(secret.length),
    );
  return covered.slice(start - from, end - from);
}
