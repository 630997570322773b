import { explainNetworkFault } from '@tamizdat/http';
import { joinBytes } from '../node/encode-node.ts';
import { ANSWER_MS, IDLE_MS, MIN_BYTES_PER_MS } from './limits.ts';
import { type Source, SourceError } from './source.ts';

/** How long a mirror is waited for. */
export interface Patience {
  /** Milliseconds without a byte after which an answer is given up. */
  idleMs?: number;
  /** Milliseconds that any answer may take; long ones may take more. */
  answerMs?: number;
}

/**
 * A mirror behind HTTP. Bodies are read as far as they are wanted and no further, decoded bytes counted (SPEC 10.7):
 * an endless body or a compressed bomb costs no more than the file that was asked for. Redirects are not followed: a
 * mirror must not choose whom this machine asks.
 * @param base Ends with a slash.
 */
export function openMirror(base: string, patience: Patience = {}): Source {
  const spent = { requests: 0, bytes: 0 };
  return {
    base,
    spent,
    read: async (path, limit) => {
      spent.requests++;
      const address = base + path.split('/').map(encodeURIComponent).join('/');
      const bytes = await readAnswer(address, limit, patience);
      spent.bytes += bytes?.length ?? 0;
      return bytes;
    },
  };
}

async function readAnswer(
  address: string,
  limit: number,
  { idleMs = IDLE_MS, answerMs = ANSWER_MS }: Patience,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stop = new AbortController();
  const giveUp = (reason: string, after: number): NodeJS.Timeout =>
    setTimeout(() => {
      stop.abort(new SourceError(`${address}: ${reason}`));
    }, after);
  const silence = giveUp(`no byte for ${idleMs / 1_000} s`, idleMs);
  const slowness = giveUp('too slow to end', answerMs + limit / MIN_BYTES_PER_MS);
  try {
    const response = await fetch(address, {
      signal: stop.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
    refuseStatus(response, address);
    if (!response.ok) return undefined;
    return await readBody(response.body, limit, silence);
  } catch (error) {
    throw error instanceof SourceError
      ? error
      : new SourceError(`${address}: ${explainNetworkFault(error)}`);
  } finally {
    clearTimeout(silence);
    clearTimeout(slowness);
    stop.abort();
  }
}

/** @throws SourceError for an answer that says nothing of the file, be it there or not */
function refuseStatus({ status, headers }: Response, address: string): void {
  if (status === 429 || status >= 500)
    throw new SourceError(`${address}: answers with status ${status}`);
  if (status < 300 || status >= 400) return;
  const location = URL.parse(headers.get('location') ?? '', address)?.href ?? 'nowhere';
  throw new SourceError(
    `${address}: leads on to ${location.slice(0, SHOWN)}. If that is the mirror, give its address`,
  );
}

/** Characters of an address that are shown. */
const SHOWN = 200;

/** A body that cannot be decoded ends where that shows: it is not what was signed. */
async function readBody(
  body: Response['body'],
  limit: number,
  silence: NodeJS.Timeout,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
      silence.refresh();
      parts.push(part);
      size += part.length;
      if (size > limit) break;
    }
  } catch (error) {
    if (!isUndecodable(error)) throw error;
  }
  return joinBytes(parts).subarray(0, limit + 1);
}

/** Codes of zlib, Brotli and Zstandard. */
function isUndecodable(error: unknown): boolean {
  const { code = '' } = (error as { cause?: { code?: string } }).cause ?? {};
  return /^(?:Z_|ERR__ERROR_|ERR_BROTLI_|ZSTD_|ERR_ZSTD_)/.test(code);
}
