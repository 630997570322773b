import { scanHtml } from '@tamizdat/tree';
import { blankAcross, blankAddresses } from './blank-addresses.ts';
import { blankedId } from './blanked-id.ts';

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
  const ids = new Map<string, string>();
  const isTaken = (id: string): boolean =>
    html.includes(` id="${id}"`) || [...ids.values()].includes(id);
  const endLine = (): void => {
    const blanked = blankLine(line, hosts);
    const id = headingId(line);
    const words = textOf(blanked);
    if (id !== undefined && words !== textOf(line)) ids.set(id, blankedId(words, isTaken));
    for (const piece of blanked) put(done, piece);
    line = [];
  };
  for (const piece of split(html)) {
    if (piece.kind !== 'text' && !INSIDE.has(piece.name)) endLine();
    line.push(piece);
  }
  endLine();
  return renamed(done.map((piece) => piece.html).join(''), ids);
}

const textOf = (line: readonly Piece[]): string =>
  line.map(({ kind, html }) => (kind === 'text' ? html : '')).join('');

/** The id of a heading, with which a line begins: it is made of its words. */
function headingId([first, second]: readonly Piece[]): string | undefined {
  const tag = first?.kind === 'open' ? first : second;
  if (tag?.kind !== 'open' || !/^h[1-6]$/.test(tag.name)) return undefined;
  return / id="([^"]*)"/.exec(tag.html)?.[1];
}

/** Gives elements, and what leads to them, their other ids. */
function renamed(html: string, ids: ReadonlyMap<string, string>): string {
  let done = html;
  for (const [id, other] of ids)
    done = done.replaceAll(`="${id}"`, `="${other}"`).replaceAll(`#${id}"`, `#${other}"`);
  return done;
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
