import type { InBoth } from '@tamizdat/problem';
import { unescape } from './nal.ts';

/** What a crop that copies leaves. */
export const CROPPED: InBoth = {
  en: 'Its picture was cropped without being encoded anew: what was cropped away is still in the file, and some players show it. Crop the original with “ffmpeg -i original.mp4 -vf crop=640:360:0:0 cropped.mp4”.',
  ru: 'Кадр обрезали, не кодируя заново: отрезанное осталось в файле, и некоторые проигрыватели его покажут. Обрежьте исходную запись так: «ffmpeg -i original.mp4 -vf crop=640:360:0:0 cropped.mp4».',
};

/** Reads numbers of ITU-T H.264, 9.1. Throws RangeError behind the end. */
class BitReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  bit(): number {
    if (this.#at >= this.#bytes.length * 8) throw new RangeError('A set of parameters is cut off.');
    const byte = this.#bytes[this.#at >> 3] ?? 0;
    const bit = (byte >> (7 - (this.#at & 7))) & 1;
    this.#at += 1;
    return bit;
  }

  bits(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) value = value * 2 + this.bit();
    return value;
  }

  /** A number of as many bits again as zeros stand before it. */
  number(): number {
    let zeros = 0;
    while (this.bit() === 0) zeros += 1;
    if (zeros > 32) throw new RangeError('A number is too long.');
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  skip(count: number): void {
    for (let each = 0; each < count; each += 1) this.number();
  }
}

/** Profiles whose parameters say how colours are coded (7.3.2.1.1). */
const HIGH = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);

/** How colours are coded: 1 for half of them across and down. Passes over depths and scaling. */
function readColours(reader: BitReader): number {
  const colours = reader.number();
  if (colours === 3) reader.bit();
  reader.skip(2);
  reader.bit();
  if (reader.bit() === 0) return colours;
  for (let list = 0; list < (colours === 3 ? 12 : 8); list += 1)
    if (reader.bit() === 1) skipScaling(reader, list < 6 ? 16 : 64);
  return colours;
}

/** Differences from one to the next, until one says that the rest is alike (7.3.2.1.1.1). */
function skipScaling(reader: BitReader, size: number): void {
  let last = 8;
  for (let at = 0; at < size; at += 1) {
    const code = reader.number();
    const next = (last + (code % 2 === 1 ? (code + 1) / 2 : -code / 2) + 256) % 256;
    if (next === 0) return;
    last = next;
  }
}

function skipOrder(reader: BitReader): void {
  reader.number();
  const kind = reader.number();
  if (kind === 0) reader.number();
  if (kind !== 1) return;
  reader.bit();
  reader.skip(2);
  reader.skip(Math.min(reader.number(), 255));
}

/**
 * Pixels across and down that a set of parameters of H.264 hides (7.4.2.1.1, frame cropping), the lines of
 * one field where it has two. 0 where it cannot be read.
 */
export function croppedBySet(unit: Buffer): number {
  try {
    const reader = new BitReader(unescape(unit.subarray(1)));
    const profile = reader.bits(8);
    reader.bits(16);
    reader.number();
    const colours = HIGH.has(profile) ? readColours(reader) : 1;
    skipOrder(reader);
    reader.number();
    reader.bit();
    reader.skip(2);
    const isWhole = reader.bit() === 1;
    if (!isWhole) reader.bit();
    reader.bit();
    if (reader.bit() === 0) return 0;
    const [left, right, top, bottom] = [1, 2, 3, 4].map(() => reader.number());
    const across = ((left ?? 0) + (right ?? 0)) * (colours === 1 || colours === 2 ? 2 : 1);
    const down = ((top ?? 0) + (bottom ?? 0)) * (colours === 1 ? 2 : 1) * (isWhole ? 1 : 2);
    return Math.max(across, isWhole ? down : down / 2);
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

/** Pixels that a clean aperture hides of a picture (ISO/IEC 14496-12, 12.1.4): its sides and how far it is off the middle, as fractions. */
export function croppedByAperture(body: Buffer, width: number, height: number): number {
  if (body.length < 32) return 0;
  const fraction = (at: number) => body.readInt32BE(at) / body.readInt32BE(at + 4);
  const hidden = Math.max(width - fraction(0), height - fraction(8));
  return Number.isNaN(hidden) ? 0 : hidden;
}
