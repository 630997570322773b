import { inflateSync } from 'node:zlib';
import { PNG_MAX_BYTES } from '../limits.ts';

/** Samples of a pixel by colour type (PNG, third edition, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** First column and row of each pass of an interlaced picture, and steps between them (8.2). */
const PASSES = [
  ...[[0, 0, 8, 8] as const, [4, 0, 8, 8] as const, [0, 4, 4, 8] as const],
  ...[[2, 0, 4, 4] as const, [0, 2, 2, 4] as const],
  ...[[1, 0, 2, 2] as const, [0, 1, 1, 2] as const],
];

/** Bytes of a picture’s rows, each behind the number of its filter; undefined where its head says nonsense. */
function rowBytes(head: Buffer): number | undefined {
  if (head.length < 13) return undefined;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const bits = (SAMPLES[head[9] ?? 1] ?? NaN) * (head[8] ?? 0);
  const passes = head[12] === 1 ? PASSES : [[0, 0, 1, 1] as const];
  const sum = passes.reduce((total, [left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across);
    const rows = Math.ceil((height - top) / down);
    return columns > 0 && rows > 0 ? total + rows * (1 + Math.ceil((columns * bits) / 8)) : total;
  }, 0);
  return sum > 0 && sum <= PNG_MAX_BYTES ? sum : undefined;
}

/**
 * How many of the packed bytes of a picture its rows take. Undefined where they are no such stream, where they unpack
 * to something else than the rows, and for pictures that are larger than any that is taken.
 */
export function neededBytes(head: Buffer, packed: Buffer): number | undefined {
  const rows = rowBytes(head);
  if (rows === undefined) return undefined;
  try {
    const { buffer, engine } = inflateSync(packed, {
      maxOutputLength: rows,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return buffer.length === rows ? engine.bytesWritten : undefined;
  } catch {
    return undefined;
  }
}
