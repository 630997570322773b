import { type FileHandle, open } from 'node:fs/promises';
import { COMPARE_BYTES } from '../limits.ts';

/** Whether two files of the same size hold the same bytes. Reads both, in pieces. */
export async function haveSameBytes(one: string, other: string): Promise<boolean> {
  const first = await open(one);
  try {
    const second = await open(other);
    try {
      return await compareHandles(first, second);
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
  }
}

async function compareHandles(first: FileHandle, second: FileHandle): Promise<boolean> {
  const here = Buffer.allocUnsafe(COMPARE_BYTES);
  const there = Buffer.allocUnsafe(COMPARE_BYTES);
  for (;;) {
    const length = await fill(first, here);
    if ((await fill(second, there)) !== length) return false;
    if (!here.subarray(0, length).equals(there.subarray(0, length))) return false;
    if (length < COMPARE_BYTES) return true;
  }
}

async function fill(handle: FileHandle, buffer: Buffer): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}
