import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Tamper } from '@tamizdat/release/testing';

/** What a host sends before and of an answer: enough of a connection that freezes after 16 KB is left for 12 of a body. */
const LEFT_BYTES = 12_000;

/** The bytes of a file that were asked for. */
export function rangeOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  file: Uint8Array,
): Uint8Array {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  return from === '' ? file : file.subarray(Number(from), Number(to) + 1);
}

/**
 * Serves files, in ranges where they are asked for, and lets each connection stand still once it has carried so much.
 * @param read Gives a file by its path.
 * @param asked Told of every request.
 */
export function freeze(
  read: (path: string) => Uint8Array,
  asked: (path: string, range: string | undefined) => void = () => undefined,
): Tamper {
  const carried = new WeakMap<Socket, number>();
  return (path, response, request) => {
    asked(path, request.headers.range);
    const body = rangeOf(request, read(path));
    const before = carried.get(request.socket) ?? 0;
    carried.set(request.socket, before + body.length);
    const left = Math.max(0, LEFT_BYTES - before);
    if (left === 0) return true;
    response.writeHead(request.headers.range ? 206 : 200, { 'content-length': body.length });
    response.write(body.subarray(0, left));
    if (body.length <= left) response.end();
    return true;
  };
}
