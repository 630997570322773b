import type { Answer } from './http-client.ts';

/** Hands on one byte more than `limit` at most, which tells what is too long. The rest is not asked for. */
export async function* limitBody(
  body: Answer['body'],
  limit: number,
): AsyncGenerator<Uint8Array, void> {
  let left = limit + 1;
  for await (const part of body) {
    yield part.subarray(0, left);
    left -= part.length;
    if (left <= 0) return;
  }
}

/** Reads a body to its end. */
export async function readBody(body: Answer['body']): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
