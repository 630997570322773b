import { type Box, listBoxes } from '../boxes.ts';
import type { Range } from '../coded/range.ts';
import { PARTS_MAX } from '../limits.ts';

/** The box at the end of a path of types; the first of each. */
export function findBox(bytes: Buffer, parent: Box, path: readonly string[]): Box | undefined {
  let box: Box | undefined = parent;
  for (const type of path)
    box = box && [...listBoxes(bytes, box.start, box.end)].find((child) => child.type === type);
  return box;
}

/** Of which kind a track is: `vide`, `soun`, or a kind of notes (ISO/IEC 14496-12, 8.4.3). */
export function handlerOf(bytes: Buffer, track: Box): string {
  return findBox(bytes, track, ['mdia', 'hdlr'])?.body.toString('latin1', 8, 12) ?? '';
}

/**
 * Where the samples of tracks stand, in order and joined. Undefined where a table is cut off or names a place outside
 * the film's data.
 */
export function sampleRanges(
  bytes: Buffer,
  tracks: readonly Box[],
  top: readonly Box[],
): Range[] | undefined {
  try {
    const ranges: Range[] = [];
    for (const track of tracks) {
      for (const { start, end } of listChunks(bytes, track)) ranges.push({ start, end });
      if (ranges.length > PARTS_MAX) return undefined;
    }
    ranges.sort((one, other) => one.start - other.start);
    const data = top.filter(({ type }) => type === 'mdat');
    return isInside(ranges, data) ? join(ranges) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Both in order. */
function isInside(ranges: readonly Range[], boxes: readonly Box[]): boolean {
  let index = 0;
  return ranges.every(({ start, end }) => {
    while (index < boxes.length && start >= (boxes[index]?.end ?? 0)) index += 1;
    const box = boxes[index];
    return box !== undefined && start >= box.start && end <= box.end;
  });
}

function join(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The samples of a track. Throws RangeError where a table is cut off, or there are too many. */
export function* listSamples(bytes: Buffer, track: Box): Generator<Range> {
  let count = 0;
  for (const { start, samples, first, lengthOf } of listChunks(bytes, track)) {
    let at = start;
    for (let sample = first; sample < first + samples; sample += 1) {
      count += 1;
      if (count > PARTS_MAX) throw new RangeError('There are too many samples.');
      const end = at + lengthOf(sample, 1);
      if (end > at) yield { start: at, end };
      at = end;
    }
  }
}

interface Chunk extends Range {
  /** Number of its first sample, from 0, and how many it has. */
  first: number;
  samples: number;
  lengthOf: Lengths;
}

/** The chunks of a track (8.7.3 to 8.7.5). Throws RangeError where a table is cut off. */
function* listChunks(bytes: Buffer, track: Box): Generator<Chunk> {
  const stbl = findBox(bytes, track, ['mdia', 'minf', 'stbl']);
  const table = (type: string) => stbl && findBox(bytes, stbl, [type])?.body;
  const [short, long, runs] = [table('stco'), table('co64'), table('stsc')];
  const offsets = short ?? long;
  if (offsets === undefined || runs === undefined) return;
  const count = offsets.readUInt32BE(4);
  if (count > PARTS_MAX) throw new RangeError('There are too many chunks.');
  const lengthOf = sampleLengths(table('stsz'), table('stz2'));
  let run = 0;
  const runsCount = runs.readUInt32BE(4);
  let sample = 0;
  for (let chunk = 0; chunk < count; chunk += 1) {
    while (run + 1 < runsCount && runs.readUInt32BE(8 + (run + 1) * 12) <= chunk + 1) run += 1;
    const samples = runsCount === 0 ? 0 : runs.readUInt32BE(8 + run * 12 + 4);
    const start = short
      ? short.readUInt32BE(8 + chunk * 4)
      : Number(offsets.readBigUInt64BE(8 + chunk * 8));
    const length = lengthOf(sample, samples);
    const first = sample;
    sample += samples;
    if (length > 0) yield { start, end: start + length, first, samples, lengthOf };
  }
}

type Lengths = (from: number, count: number) => number;

/** How long samples are together. Each is looked at once, so that tables that lie cannot make it longer. */
function sampleLengths(stsz: Buffer | undefined, stz2: Buffer | undefined): Lengths {
  const table = stsz ?? stz2;
  if (table === undefined) return () => 0;
  const each = stsz ? stsz.readUInt32BE(4) : 0;
  const total = table.readUInt32BE(8);
  if (each > 0) return (from, count) => Math.max(0, Math.min(count, total - from)) * each;
  const bits = stsz ? 32 : (table[7] ?? 0);
  if (12 + (total * bits) / 8 > table.length) throw new RangeError('A table is cut off.');
  return (from, count) => {
    let sum = 0;
    const end = Math.min(from + count, total);
    for (let index = from; index < end; index += 1) sum += lengthAt(table, index, bits);
    return sum;
  };
}

function lengthAt(table: Buffer, index: number, bits: number): number {
  if (bits === 32) return table.readUInt32BE(12 + index * 4);
  if (bits === 16) return table.readUInt16BE(12 + index * 2);
  if (bits === 8) return table.readUInt8(12 + index);
  // Two in a byte, the first in its high half (8.7.3.3).
  const byte = table.readUInt8(12 + (index >> 1));
  return index % 2 === 0 ? byte >> 4 : byte & 15;
}
