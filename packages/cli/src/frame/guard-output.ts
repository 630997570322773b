import type { Readable } from 'node:stream';
import { withOwnCodes } from './own-codes.ts';

/**
 * What a terminal could obey, show in another order than it stands, or not at all: everything but the end of a line and
 * the tabulator of C0, DEL and C1 (ECMA-48), characters of format such as marks of direction (Unicode: Cf, Annex 9),
 * fillers and whatever else programs leave out (Default_Ignorable_Code_Point), and the ends of lines that are no line
 * feeds. Those pass that letters are written with: what joins them or keeps them apart (Persian, emoji), the signs that
 * stand over numbers in Arabic, Syriac and Kaithi, and selectors of a form, but not after letters that have one alone.
 */
export const UNSEEN =
  /(?![\t\n])\p{Cc}|(?![\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])\p{Cf}|(?![\u200c\u200d\ufe00-\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\s\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|[\u2028\u2029]/gu;
const CONTROL = new RegExp(String.raw`\r\n|${UNSEEN.source}`, 'gu');

/**
 * Spells out what a terminal could obey in a text, as JSON does (`\u001b`), so that JSON stays what it is. Only codes of
 * our own pass, by a mark that nobody else can know.
 * @param isTerminal Whether they are put in; they are left out otherwise.
 */
export const escapeControls = (text: string, isTerminal: boolean): string =>
  withOwnCodes(text, isTerminal, escapeForeign);

const escapeForeign = (text: string): string =>
  text.replaceAll(CONTROL, (found) =>
    found === '\r\n' ? found : found.replaceAll(/[^]/g, escapeUnit),
  );

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const unguarded = new WeakMap<NodeJS.WriteStream, NodeJS.WriteStream['write']>();

/** Lets every text that any command prints to a stream pass through `escapeControls`: names, titles and errors come from strangers. Bytes pass as they are: a file that was asked for. */
export function guardOutput(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  unguarded.set(stream, write);
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean =>
    Reflect.apply(write, stream, [
      typeof chunk === 'string' ? escapeControls(chunk, stream.isTTY) : chunk,
      ...rest,
    ]) as boolean;
  if (!stream.listeners('error').includes(forgetReader)) stream.on('error', forgetReader);
}

/** Whoever read the output may have gone (`| head`): what the command does is not what it says, and goes on. */
function forgetReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The stream as it was before it was guarded, for what moves the cursor while somebody types. */
export function unguardedOutput(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = unguarded.get(stream);
  return write === undefined
    ? stream
    : (Object.create(stream, { write: { value: write } }) as NodeJS.WriteStream);
}

/** Prints what another program says, which may repeat what strangers wrote, without anything that a terminal could obey. */
export function relay(from: Readable, to: NodeJS.WriteStream): void {
  from.setEncoding('utf8').on('data', (text: string) => {
    to.write(escapeControls(text, false));
  });
}
