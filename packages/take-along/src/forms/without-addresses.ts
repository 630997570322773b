import { scanHtml } from '@tamizdat/tree';
import { blankAcross, blankAddresses } from './blank-addresses.ts';

/** Elements inside a line: an address may begin before one and end in it. Marks of notes stand high, and end a word. */
const INSIDE = new Set(
  'a abbr b bdi bdo cite code del em i ins kbd mark q s samp small span strong time u var wbr'.split(
    ' ',
  ),
);
/** Attributes that lead somewhere or name something: no reader reads them. */
const UNREAD = /^(?:href|src|poster|id|class|for|role|lang|dir|aria-labelledby|aria-describedby)$/;

interface Piece {
  kind: 'open' | 'close' | 'text';
  name: string;
  html: string;
}

/**
 * Takes out the addresses that readers of a text could read, in what attributes say too: where passing one on is fined,
 * the words of a link may be the address itself.
 *
 * @param html Of ours: well-formed, its attributes in double quotes.
 * @param hosts As of `blankAddresses`
 */
export function withoutAddresses(html: string, hosts: readonly string[] = []): string {
  const done: Piece[] = [];
  let line: Piece[] = [];
  const endLine = (): void => {
    for (const piece of blankLine(line, hosts)) put(done, piece);
    line = [];
  };
  for (const piece of split(html)) {
    if (piece.kind !== 'text' && !INSIDE.has(piece.name)) endLine();
    line.push(piece);
  }
  endLine();
  return done.map((piece) => piece.html).join('');
}

function split(html: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const add = (kind: 'open' | 'close', name: string, start: number, end: number): void => {
    pieces.push({ kind: 'text', name: '', html: html.slice(done, start) });
    pieces.push({ kind, name, html: html.slice(start, end) });
    done = end;
  };
  scanHtml(html, {
    openTag: ({ name, start, end }) => {
      add('open', name, start, end);
    },
    closeTag: (name, start) => {
      add('close', name, start - 2, html.indexOf('>', start) + 1);
    },
  });
  return [...pieces, { kind: 'text', name: '', html: html.slice(done) }];
}

function blankLine(line: readonly Piece[], hosts: readonly string[]): Piece[] {
  const texts = blankAcross(
    line.map(({ kind, html }) => (kind === 'text' ? html : '')),
    hosts,
  );
  return line.map((piece, at) => {
    if (piece.kind === 'text') return { ...piece, html: texts[at] ?? '' };
    return piece.kind === 'open' ? { ...piece, html: blankAttributes(piece.html, hosts) } : piece;
  });
}

const blankAttributes = (tag: string, hosts: readonly string[]): string =>
  tag.replace(/ ([\w:-]{1,40})="([^"]*)"/g, (all: string, name: string, value: string) =>
    UNREAD.test(name) ? all : ` ${name}="${blankAddresses(value, hosts)}"`,
  );

/** Adds a piece; an emphasis of which nothing is left goes, for Markdown would show its stars. */
function put(done: Piece[], piece: Piece): void {
  if (piece.html === '') return;
  const last = done.at(-1);
  const isEmptied = piece.kind === 'close' && last?.kind === 'open' && last.name === piece.name;
  if (isEmptied && last.html === `<${piece.name}>` && INSIDE.has(piece.name)) done.pop();
  else done.push(piece);
}
