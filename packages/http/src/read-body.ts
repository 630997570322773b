import type { Answer } from './http-client.ts';

/** Reads a body, one byte more than `limit` at most, which tells what is too long. The rest is not asked for. */
export async function readBody(
  body: Answer['body'],
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part);
    size += part.length;
    if (size > limit) break;
  }
  return new Uint8Array(Buffer.concat(parts)).subarray(0, limit + 1);
}
