import { LEFT_OVER, type Part } from '../part.ts';
import type { Range } from './range.ts';

/** Elements of a block of AAC that hold no sound (ISO/IEC 14496-3, table 4.85): data of a program, and filling. */
const DATA = 4;
const FILL = 6;
const KIND_BITS = 3;
/** Filling that says how loud it is to be played (table 4.121). */
const DYNAMIC_RANGE = 11;

/**
 * What stands in a block of AAC before its first sound: encoders write their names there, and programs anything. Becomes
 * zeros. What follows the sound cannot be found without decoding it, for which this is no place.
 */
export function* walkAac(bytes: Buffer, { start, end }: Range): Generator<Part> {
  let at = start * 8;
  const read = (count: number): number => {
    let value = 0;
    for (const last = at + count; at < last; at += 1)
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  while (at + KIND_BITS < end * 8) {
    const kind = read(KIND_BITS);
    if (kind !== DATA && kind !== FILL) return;
    const length = kind === DATA ? readData(read) : readFill(read);
    if (kind === DATA && length.isAligned) at = Math.ceil(at / 8) * 8;
    const next = at + length.bytes * 8;
    if (next > end * 8) return;
    if (kind === DATA || isSecret(bytes, at, length.bytes)) yield* zeros(bytes, at, next);
    at = next;
  }
}

type Read = (count: number) => number;

/** Behind a number that names the element (table 4.10). */
function readData(read: Read): { bytes: number; isAligned: boolean } {
  read(4);
  const isAligned = read(1) === 1;
  const count = read(8);
  return { bytes: count === 255 ? count + read(8) : count, isAligned };
}

/** Table 4.11. */
function readFill(read: Read): { bytes: number; isAligned: boolean } {
  const count = read(4);
  return { bytes: count === 15 ? count + read(8) - 1 : count, isAligned: false };
}

/** Filling is zeros, or 10100101 again and again behind its kind (table 4.57). */
function isSecret(bytes: Buffer, at: number, length: number): boolean {
  const byte = (index: number): number => {
    const from = at + index * 8;
    const both = ((bytes[from >> 3] ?? 0) << 8) | (bytes[(from >> 3) + 1] ?? 0);
    return (both >> (8 - (from & 7))) & 0xff;
  };
  const [first, ...rest] = Array.from({ length }, (_, index) => byte(index));
  if (first === undefined || first >> 4 === DYNAMIC_RANGE) return false;
  const fill = first === 0x10 ? 0xa5 : 0;
  return (first !== 0x10 && first !== 0) || rest.some((each) => each !== fill);
}

/** A piece whose bits from one place up to another are zeros; none where they are already. */
function* zeros(bytes: Buffer, from: number, until: number): Generator<Part> {
  const [start, end] = [from >> 3, Math.ceil(until / 8)];
  const becomes = Buffer.alloc(end - start);
  if (becomes.length === 0) return;
  const last = becomes.length - 1;
  becomes[0] = (bytes[start] ?? 0) & ~(0xff >> (from & 7));
  if (until % 8 > 0)
    becomes[last] = (becomes[last] ?? 0) | ((bytes[end - 1] ?? 0) & (0xff >> (until & 7)));
  const gap = bytes.subarray(start, end);
  if (becomes.equals(gap)) return;
  const told = Buffer.from(gap.map((byte, index) => byte ^ (becomes[index] ?? 0)));
  const isSilent = FILLING.test(told.toString('latin1'));
  yield { start, end, becomes, ...(!isSilent && { tells: LEFT_OVER }) };
}

/** FFmpeg’s name and version, which every program that uses it writes. */
const FILLING = /^\0*Lavc[\d.]{0,12}\0*$/;
