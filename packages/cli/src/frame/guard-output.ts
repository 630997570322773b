import type { Readable } from 'node:stream';

/**
 * What a terminal could obey: everything but the end of a line and the tabulator of C0, DEL and C1 (ECMA-48), and the
 * few sequences that are our own there: colours that hide nothing, and taking back the line of a progress.
 */
const CONTROL =
  /\r\n|(\u001b\[(?:[0-4]|2[2-4]|3[1-6]|39|90)m|^\r\u001b\[K)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * Spells out what a terminal could obey in a text, as JSON does (`\u001b`), so that JSON stays what it is.
 * @param isTerminal Whether our own colours and progress may be in it.
 */
export function escapeControls(text: string, isTerminal: boolean): string {
  return text.replaceAll(CONTROL, (found, own?: string) => {
    if (found === '\r\n' || (isTerminal && own !== undefined)) return found;
    return Array.from(found, escapeOne).join('');
  });
}

const escapeOne = (letter: string): string =>
  /[ -~]/.test(letter) ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

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
