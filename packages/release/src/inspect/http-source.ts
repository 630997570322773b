import { joinBytes } from '../node/encode-node.ts';
import { IDLE_MS } from './limits.ts';
import { type Source, SourceError } from './source.ts';

/**
 * A mirror behind HTTP. Bodies are read as far as they are wanted and no further, decoded bytes counted (SPEC 10.7):
 * an endless body or a compressed bomb costs no more than the file that was asked for.
 * @param base Ends with a slash.
 * @param idleMs Milliseconds without a byte after which it is given up.
 */
export function openMirror(base: string, idleMs: number = IDLE_MS): Source {
  const spent = { requests: 0, bytes: 0 };
  return {
    base,
    spent,
    read: async (path, limit) => {
      spent.requests++;
      const address = base + path.split('/').map(encodeURIComponent).join('/');
      const bytes = await readBody(address, limit, idleMs);
      spent.bytes += bytes?.length ?? 0;
      return bytes;
    },
  };
}

async function readBody(address: string, limit: number, idleMs: number) {
  const giveUp = new AbortController();
  const watch = setTimeout(() => {
    giveUp.abort();
  }, idleMs);
  try {
    const response = await fetch(address, {
      signal: giveUp.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (!response.ok) return undefined;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      watch.refresh();
      parts.push(part);
      size += part.length;
      if (size > limit) break;
    }
    return joinBytes(parts).subarray(0, limit + 1);
  } catch (error) {
    const reason = giveUp.signal.aborted ? `no byte for ${idleMs / 1_000} s` : describe(error);
    throw new SourceError(`${address}: ${reason}`);
  } finally {
    clearTimeout(watch);
    giveUp.abort();
  }
}

/** What Node's fetch hides in the cause of its error. */
function describe(error: unknown): string {
  const { cause, message } = error as {
    cause?: { code?: string; message?: string };
    message: string;
  };
  return cause?.code ?? cause?.message ?? message;
}
