import { ATTEMPT_MS, SILENCE_MS } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';

/** A source gave nothing that can be judged. The message says what was met, in one word or two. */
export class NoAnswer extends Error {}

/** More came than the file has: another page stands there. */
export class TooLong extends NoAnswer {}

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

/**
 * Fetches an address and reads at most so many bytes. The status is not looked at: bytes are judged by who asked.
 * @param max Bytes; more than these are refused unread.
 * @throws NoAnswer
 */
export async function readAnswer(
  fetch: Fetch,
  url: string,
  max: number,
  signal: AbortSignal,
): Promise<Bytes> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silence.abort();
    }, SILENCE_MS);
  };
  const deadline = setTimeout(() => {
    silence.abort();
  }, ATTEMPT_MS);
  wait();
  try {
    const both = AbortSignal.any([signal, silence.signal]);
    const response = await fetch(url, { ...QUIET, signal: both });
    if (response.type === 'opaqueredirect' || !response.body) throw new NoAnswer('redirect');
    return await readBody(response.body, max, wait);
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    throw new NoAnswer(silence.signal.aborted ? 'silent' : 'error');
  } finally {
    clearTimeout(timer);
    clearTimeout(deadline);
  }
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  max: number,
  onBytes: () => void,
): Promise<Bytes> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
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
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
