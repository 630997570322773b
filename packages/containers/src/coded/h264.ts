import { FieldReader } from '../boxes.ts';
import { CROPPED_MAX_PIXELS } from '../limits.ts';
import { H264_MESSAGES, H264_UNITS } from '../needed.ts';
import { LEFT_OVER, type Part, UNREADABLE } from '../part.ts';
import type { Word } from '../words.ts';
import { croppedBySet } from './crop.ts';
import { type Message, readMessages, writeMessages } from './nal.ts';
import type { Range } from './range.ts';

const SEI = 6;
const SET = 7;
const FILLER = 12;
const FILLER_MESSAGE = 3;
const BESIDE: Word = 'data of a program (SEI)';

/** How the pictures of a track are coded (ISO/IEC 14496-15, 5.3.3.1.2). */
export interface Configuration {
  /** Bytes of the length before each unit. */
  lengthBytes: number;
  /** Bytes of it that are needed: sets of parameters, and what follows them for high profiles. */
  end: number;
  /** Its sets of parameters of a whole sequence (ITU-T H.264, 7.3.2.1). */
  sets: Buffer[];
}

/** Throws RangeError where it is cut off. */
export function readConfiguration(body: Buffer): Configuration {
  const reader = new FieldReader(body);
  reader.uint(1);
  const profile = reader.uint(1);
  reader.uint(2);
  const lengthBytes = (reader.uint(1) & 3) + 1;
  const skipSets = (count: number): void => {
    for (let set = 0; set < count; set += 1) reader.skip(reader.uint(2));
  };
  const sets = Array.from({ length: reader.uint(1) & 31 }, () => {
    const length = reader.uint(2);
    const set = reader.rest().subarray(0, length);
    reader.skip(length);
    return set;
  });
  skipSets(reader.uint(1));
  const left = reader.rest();
  if (/^(?:100|110|122|144)$/.test(String(profile)) && left.length >= 4) {
    reader.uint(3);
    skipSets(reader.uint(1));
  }
  return { lengthBytes, end: body.length - reader.rest().length, sets };
}

/**
 * What a sample of H.264 holds besides the coded picture (ISO/IEC 14496-15, 5.3.2): messages such as GPS positions, names
 * of programs and times, and units of a kind that no player reads. Each becomes filling of the same length.
 */
export function* walkUnits(
  bytes: Buffer,
  { start, end }: Range,
  lengthBytes: number,
): Generator<Part> {
  for (let at = start; at < end;) {
    const from = at + lengthBytes;
    const next = from <= end ? from + bytes.readUIntBE(at, lengthBytes) : Infinity;
    if (next > end) {
      yield { start: at, end, tells: UNREADABLE, stuck: true };
      return;
    }
    if (next > from) yield* judgeUnit(bytes, { start: from, end: next });
    at = next;
  }
}

function* judgeUnit(bytes: Buffer, { start, end }: Range): Generator<Part> {
  const unit = bytes.subarray(start, end);
  const kind = (unit[0] ?? 0) & 31;
  if (kind === SEI) yield* judgeMessages(unit, { start, end });
  else if (kind === SET && croppedBySet(unit) > CROPPED_MAX_PIXELS)
    yield { start, end, tells: 'pixels that were cropped away', stuck: true };
  else if (unit.length > (H264_UNITS.get(kind) ?? 0) && !isFilling(unit)) {
    const becomes = Buffer.alloc(unit.length, 0xff);
    becomes[0] = FILLER;
    if (unit.length > 1) becomes[unit.length - 1] = 0x80;
    if (!becomes.equals(unit)) yield { start, end, tells: LEFT_OVER, becomes };
  }
}

/** Filling of any length, with the bit that ends it (ITU-T H.264, 7.3.2.7). */
const isFilling = (unit: Buffer): boolean =>
  unit[0] === FILLER && unit.subarray(1, -1).every((byte) => byte === 0xff) && unit.at(-1) === 0x80;

function* judgeMessages(unit: Buffer, { start, end }: Range): Generator<Part> {
  const messages = readMessages(unit.subarray(1));
  if (messages?.every(isNeeded)) return;
  const clean = writeMessages(messages?.filter(isNeeded) ?? [], unit.length - 1);
  const becomes = Buffer.concat([unit.subarray(0, 1), clean]);
  if (!becomes.equals(unit)) yield { start, end, tells: BESIDE, becomes };
}

const isNeeded = ({ kind, payload }: Message): boolean =>
  kind === FILLER_MESSAGE
    ? payload.every((byte) => byte === 0xff)
    : payload.length <= (H264_MESSAGES.get(kind) ?? -1);
