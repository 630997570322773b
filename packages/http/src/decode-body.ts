import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { HttpFault } from './http-fault.ts';
import { MAX_CODINGS, SHOWN_CHARACTERS } from './limits.ts';

/** What is asked for. */
export const ACCEPTED = 'gzip, br';

/** Codings of RFC 9110, section 8.4.1, and of RFC 7932. `createUnzip` knows gzip from deflate by itself. */
const DECODERS = new Map<string, () => Transform>([
  ['gzip', createUnzip],
  ['x-gzip', createUnzip],
  ['deflate', createUnzip],
  ['br', createBrotliDecompress],
]);

/** Lists the codings that a body is in, in the order in which they were applied. Names have no case; `identity` is none. */
export function listCodings(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
}

/**
 * Undoes the codings of a body: those of the content, and those that a server put over it for the way without being asked
 * (RFC 9112, section 6.1) but `chunked`, which Node undoes.
 * @throws HttpFault `odd-coding` for one that cannot be undone: nothing is known of the file then
 */
export function decodeBody(response: IncomingMessage): Readable {
  const { 'content-encoding': content, 'transfer-encoding': transfer } = response.headers;
  const onTheWay = listCodings(transfer).filter((name) => name !== 'chunked');
  const codings = [...listCodings(content), ...onTheWay];
  const decoders = codings.reverse().map((name) => DECODERS.get(name));
  const shown = codings.join(', ').slice(0, SHOWN_CHARACTERS);
  if (decoders.length > MAX_CODINGS || decoders.includes(undefined))
    throw new HttpFault('odd-coding', {
      en: `sends a coding that was not asked for (${shown})`,
      ru: `присылает кодирование, о котором не просили (${shown})`,
    });
  // Errors reach whoever reads what comes out last.
  return decoders.reduce<Readable>(
    (body, decoder) => (decoder ? pipeline(body, decoder(), () => undefined) : body),
    response,
  );
}

/** Whether bytes were not in the coding that was named. They end where that shows, and are not what was signed. */
export function isUndecodable(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return /^(?:Z_|ERR__ERROR_|ERR_BROTLI_)/.test(code);
}
