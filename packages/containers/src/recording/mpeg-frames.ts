import type { Range } from '../coded/range.ts';
import { LEFT_OVER, type Part } from '../part.ts';

/** A frame of layer III: where it is, where its sound begins, how many bits of it are sound, and where that began. */
export interface Frame {
  start: number;
  end: number;
  /** Behind head, check and side information. */
  data: number;
  /** Bytes before `data`, in earlier frames, at which its sound begins (ISO/IEC 11172-3, 2.4.2.7: main_data_begin). */
  back: number;
  /** Bits of sound: the sum of what each granule of each channel says (part2_3_length). */
  bits: number;
}

const HEAD_BYTES = 4;
const CHECK_BYTES = 2;
const LENGTH_BITS = 12;

/** Where the fields of side information stand, in bits, by version and channels (2.4.1.7; 13818-3, 2.4.1.7). */
function layoutOf(bytes: Buffer, start: number) {
  const isLow = ((bytes[start + 1] ?? 0) >> 3) % 2 === 0;
  const isMono = (bytes[start + 3] ?? 0) >> 6 === 3;
  const channels = isMono ? 1 : 2;
  const secrets = isLow ? channels : isMono ? 5 : 3;
  const pointer = isLow ? 8 : 9;
  return {
    pointer,
    secrets,
    first: pointer + secrets + (isLow ? 0 : 4 * channels),
    granules: channels * (isLow ? 1 : 2),
    each: isLow ? 63 : 59,
    bytes: isLow ? (isMono ? 9 : 17) : isMono ? 17 : 32,
    hasCheck: (bytes[start + 1] ?? 1) % 2 === 0,
  };
}

function readBits(bytes: Buffer, at: number, from: number, count: number): number {
  let value = 0;
  for (let bit = from; bit < from + count; bit += 1)
    value = value * 2 + (((bytes[at + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1);
  return value;
}

export function readFrame(bytes: Buffer, start: number, end: number): Frame {
  const layout = layoutOf(bytes, start);
  const side = start + HEAD_BYTES + (layout.hasCheck ? CHECK_BYTES : 0);
  const data = Math.min(end, side + layout.bytes);
  let bits = 0;
  for (let granule = 0; granule < layout.granules; granule += 1)
    bits += readBits(bytes, side, layout.first + granule * layout.each, LENGTH_BITS);
  return { start, end, data, back: readBits(bytes, side, 0, layout.pointer), bits };
}

/** What frames hold besides sound, in their order. Whatever stands between them goes, so that they follow one another. */
export const tellFrames = (bytes: Buffer, frames: readonly Frame[]): Part[] =>
  [...tellHeads(bytes, frames), ...tellAncillary(bytes, frames)].sort(
    (one, other) => one.start - other.start,
  );

/** Marks of the head that say nothing of the sound: the private bit; those of copyright stay as the first frame has them. */
const PRIVATE = 0x01;
const RIGHTS = 0x0c;

/**
 * What the heads of frames say besides: private bits, which nothing reads (2.4.2.3), and marks that change from frame to
 * frame. A frame with a check of its head would need another one, and is told to be encoded anew.
 */
function* tellHeads(bytes: Buffer, frames: readonly Frame[]): Generator<Part> {
  const rights = (bytes[(frames[0]?.start ?? 0) + 3] ?? 0) & RIGHTS;
  for (const { start, data, end: last } of frames) {
    if (data === last) continue;
    const { pointer, secrets, hasCheck } = layoutOf(bytes, start);
    const side = start + HEAD_BYTES + (hasCheck ? CHECK_BYTES : 0);
    const head = Buffer.from(bytes.subarray(start, side + 2));
    const at = side - start;
    head[2] = (head[2] ?? 0) & ~PRIVATE;
    head[3] = ((head[3] ?? 0) & ~RIGHTS) | rights;
    head.writeUInt16BE(
      head.readUInt16BE(at) & ~(((1 << secrets) - 1) << (16 - pointer - secrets)),
      at,
    );
    if (head.equals(bytes.subarray(start, side + 2))) continue;
    const end = start + head.length;
    yield { start, end, tells: LEFT_OVER, ...(hasCheck ? { stuck: true } : { becomes: head }) };
  }
}

/**
 * Bits between the sound of one frame and that of the next: ancillary data (2.4.1.8), in which encoders write their names and
 * which nothing plays. Becomes zeros.
 */
function tellAncillary(bytes: Buffer, frames: readonly Frame[]): Part[] {
  // Places in what the frames hold together, head and side information left out.
  const offsets: number[] = [];
  let total = 0;
  for (const { data, end } of frames) {
    offsets.push(total);
    total += end - data;
  }
  const parts: Part[] = [];
  let reached = 0;
  for (const [index, { back, bits }] of frames.entries()) {
    const next = frames[index + 1];
    // Sound that began in a frame which is not there any more has nothing before it; nothing stands in two places.
    reached = Math.max(reached, ((offsets[index] ?? 0) - back) * 8 + bits);
    const until = next ? (offsets[index + 1] ?? 0) - next.back : total;
    if (reached >= until * 8) continue;
    parts.push(
      ...blanked(bytes, piecesOf(frames, offsets, index, reached >> 3, until), reached & 7),
    );
    reached = until * 8;
  }
  return parts;
}

/** Where the bytes from one place up to another stand, which begin in the frame `last` or before. */
function piecesOf(
  frames: readonly Frame[],
  offsets: readonly number[],
  last: number,
  from: number,
  until: number,
): Range[] {
  const pieces: Range[] = [];
  let index = last;
  while (index > 0 && (offsets[index] ?? 0) > from) index -= 1;
  for (; index < frames.length && (offsets[index] ?? 0) < until; index += 1) {
    const { data = 0, end = 0 } = frames[index] ?? {};
    const offset = offsets[index] ?? 0;
    const start = Math.max(from, offset) - offset + data;
    const stop = Math.min(end, until - offset + data);
    if (start < stop) pieces.push({ start, end: stop });
  }
  return pieces;
}

/** Pieces as zeros, but for some bits of the first byte, in which sound ends. */
function* blanked(bytes: Buffer, pieces: readonly Range[], first: number): Generator<Part> {
  const gap = Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end)));
  const clean = Buffer.alloc(gap.length);
  if (first > 0) clean[0] = (gap[0] ?? 0) & ~(0xff >> first);
  if (clean.equals(gap)) return;
  const isSilent = isFilling(gap, first);
  let at = 0;
  for (const { start, end } of pieces) {
    const becomes = clean.subarray(at, (at += end - start));
    yield { start, end, becomes, ...(!isSilent && { tells: LEFT_OVER }) };
  }
}

/**
 * Ones and zeros in turn, and LAME’s name and version, as far as there is room: every program that uses LAME writes
 * these. A secret told in their order alone would have two bits a byte.
 */
const FILLING = /^(?:[U\xaa\0\xff]|L(?:A(?:M(?:E(?:\d[\d.]{0,6})?)?)?)?)*$/;

function isFilling(gap: Buffer, first: number): boolean {
  const head = first > 0 ? 1 : 0;
  // The bits behind the sound’s last are of one kind, or ones and zeros in turn.
  const low = head === 0 ? 0 : (gap[0] ?? 0) & (0xff >> first);
  const isEven = FILL_BYTES.some((byte) => low === (byte & (0xff >> first)));
  return isEven && FILLING.test(gap.toString('latin1', head));
}

const FILL_BYTES = [0x00, 0x55, 0xaa, 0xff];
