import { ATTEMPT_MS, SILENCE_MS, STALL_MS } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';

/** A source gave nothing that can be judged. The message says what was met, in one word or two. */
export class NoAnswer extends Error {}

/** More came than the file has: another page stands there. */
export class TooLong extends NoAnswer {}

/** No piece came: the connection has carried what it may, and the next one is as good as new. */
export class Spent extends NoAnswer {}

/** Takes an address, gives bytes; the browser's `fetch` in earnest. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * What a request says of the reader: nothing. Without credentials `Clear-Site-Data` of a seized host empties nothing, and the
 * connection is another one than the page's. A redirect is not followed: it leads to a page of somebody on the way.
 */
const QUIET: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'manual',
  cache: 'no-store',
};

/** What is told of an answer while it comes. */
export interface Told {
  onBytes: () => void;
  /** Nothing came for a while. */
  onStall: () => void;
}

/**
 * Fetches an address and reads at most so many bytes. The status is not looked at: bytes are judged by who asked.
 * @param max Bytes; more than these are refused unread.
 * @param piece What of the file is wanted. Browsers then ask for it uncompressed.
 * @throws NoAnswer
 */
export async function readAnswer(
  fetch: Fetch,
  url: string,
  max: number,
  signal: AbortSignal,
  { onBytes, onStall }: Told,
  piece?: { offset: number; size: number },
): Promise<Bytes> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stall: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    clearTimeout(stall);
    stall = setTimeout(onStall, STALL_MS);
    timer = setTimeout(
      () => {
        silence.abort();
      },
      piece ? STALL_MS : SILENCE_MS,
    );
  };
  wait();
  try {
    const all = AbortSignal.any([signal, silence.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    const headers: HeadersInit = piece
      ? { range: `bytes=${piece.offset}-${piece.offset + piece.size - 1}` }
      : {};
    const response = await fetch(url, { ...QUIET, headers, signal: all });
    // A redirect has none, for scripts.
    if (!response.body) throw new NoAnswer('redirect');
    return await readBody(response.body, max, () => {
      onBytes();
      wait();
    });
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    throw new (piece && silence.signal.aborted ? Spent : NoAnswer)();
  } finally {
    clearTimeout(timer);
    clearTimeout(stall);
  }
}

async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  max: number,
  onBytes: () => void,
): Promise<Bytes> {
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { value } = await reader.read();
    if (!value) break;
    onBytes();
    parts.push(value);
    size += value.length;
    if (size > max) {
      reader.cancel().catch(() => undefined);
      throw new TooLong();
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
