import { PARTS_MAX } from '../limits.ts';
import {
  blank,
  LEFT_OVER,
  noFacts,
  type Part,
  PROGRAM,
  UNREADABLE,
  unreadable,
  type Walk,
} from '../part.ts';
import { type Frame, readFrame, tellFrames } from './mpeg-frames.ts';
import type { Word } from '../words.ts';

/** Bit rates of layer III in kbit/s by index (ISO/IEC 11172-3, 2.4.2.3; 13818-3 for the lower sampling rates). */
const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLING = [44_100, 48_000, 32_000];

/** Length in bytes of the layer III frame at `offset`; 0 where there is none. */
function frameLength(bytes: Buffer, offset: number): number {
  if (offset + 4 > bytes.length) return 0;
  const head = bytes.readUInt32BE(offset);
  const version = (head >>> 19) & 3;
  const sampling = SAMPLING[(head >>> 10) & 3];
  const isLayer3 = head >>> 21 === 0x7ff && ((head >>> 17) & 3) === 1;
  if (!isLayer3 || version === 1 || sampling === undefined) return 0;
  const isLow = version !== 3;
  const rate = (isLow ? LOW_RATES : RATES)[(head >>> 12) & 15] ?? 0;
  const perSecond = sampling / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (head >>> 9) & 1;
  return rate === 0 ? 0 : Math.floor(((isLow ? 72 : 144) * rate * 1000) / perSecond) + padding;
}

/** Seconds that the frame at `offset` sounds: 1152 samples, of the lower sampling rates 576. */
function frameSeconds(bytes: Buffer, offset: number): number {
  const head = bytes.readUInt32BE(offset);
  const version = (head >>> 19) & 3;
  const sampling = SAMPLING[(head >>> 10) & 3] ?? 0;
  if (version === 3) return 1152 / sampling;
  return 576 / (sampling / (version === 2 ? 2 : 4));
}

/** How long the frames of an MP3 file sound, in seconds. */
export function mpegSeconds(bytes: Buffer): number {
  const end = startOfTags(bytes);
  let seconds = 0;
  let isFirst = true;
  for (let offset = 0, part = 0; part < PARTS_MAX && offset < end; part += 1) {
    const next = offset + frameLength(bytes, offset);
    if (next > offset && next <= end) {
      const isSound = !isFirst || informationIn(bytes, offset, next) === undefined;
      if (isSound) seconds += frameSeconds(bytes, offset);
      isFirst = false;
      offset = next;
    } else offset = skipToFrames(bytes, offset, end);
  }
  return seconds;
}

export const startsWithFrame = (bytes: Buffer): boolean => frameLength(bytes, 0) > 0;

/** Tags around and between the frames, by their first bytes. */
const TAGS: readonly (readonly [mark: string, word: Word])[] = [
  ['ID3', 'ID3 tag'],
  ['3DI', 'ID3 tag'],
  ['TAG', 'ID3 tag'],
  ['APETAGEX', 'APE tag'],
  ['LYRICSBEGIN', 'lyrics tag'],
];

function nameTag(bytes: Buffer, offset: number): Word {
  const start = bytes.toString('latin1', offset, offset + 16);
  return TAGS.find(([mark]) => start.startsWith(mark))?.[1] ?? UNREADABLE;
}

/** Where the tags begin that end the file: a frame that was cut off must not take them into itself. */
function startOfTags(bytes: Buffer): number {
  let end = bytes.length;
  for (let length = lastTag(bytes, end); length > 0; length = lastTag(bytes, end)) end -= length;
  return end;
}

/** Length of the tag that ends at `end`; 0 where there is none, or it would begin before the file. */
function lastTag(bytes: Buffer, end: number): number {
  const at = (back: number, length: number) =>
    end < back ? '' : bytes.toString('latin1', end - back, end - back + length);
  if (at(128, 3) === 'TAG') return 128;
  if (at(227, 4) === 'TAG+') return 227;
  const ape = at(32, 8) === 'APETAGEX' ? bytes.readUInt32LE(end - 20) : 0;
  const lyrics = at(9, 9) === 'LYRICS200' ? 15 + Number(/^\d{6}$/.exec(at(15, 6))?.[0] ?? NaN) : 0;
  const id3 = at(10, 3) === '3DI' ? 20 + syncSafe(bytes, end - 4) : 0;
  const length = Math.max(ape, lyrics || 0, id3);
  return length <= end ? length : 0;
}

/** Four times seven bits (ID3v2.4, 6.2). */
const syncSafe = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 127), 0);

/** Where the tag or rubbish at `offset` ends: at the next frame that another one follows, or at `end`. */
function skipToFrames(bytes: Buffer, offset: number, end: number): number {
  const isTag = bytes.toString('latin1', offset, offset + 3) === 'ID3';
  const from = isTag ? offset + 10 + syncSafe(bytes, offset + 6) : offset + 1;
  for (let next = from; next < end; next += 1) {
    next = bytes.indexOf(0xff, next);
    if (next === -1 || next >= end) return end;
    const length = frameLength(bytes, next);
    if (length > 0 && frameLength(bytes, next + length) > 0) return next;
  }
  return end;
}

/** Walks the frames of an MP3 file; whatever else stands before, in, between or after them is metadata. */
export function* walkMpegAudio(bytes: Buffer): Walk {
  const facts = { ...noFacts(), sound: true };
  const end = startOfTags(bytes);
  const parts: Part[] = [];
  const frames: Frame[] = [];
  let offset = 0;
  let isFirst = true;
  for (let part = 0; part < PARTS_MAX && offset < end; part += 1) {
    const next = offset + frameLength(bytes, offset);
    if (next > offset && next <= end) {
      const information = isFirst ? informationIn(bytes, offset, next) : undefined;
      isFirst = false;
      if (information) parts.push(...walkInformation(bytes, offset, next, information));
      else frames.push(readFrame(bytes, offset, next));
      offset = next;
    } else {
      const start = offset;
      offset = skipToFrames(bytes, offset, end);
      parts.push({ start, end: offset, tells: nameTag(bytes, start) });
    }
  }
  if (offset < end) parts.push(unreadable(offset, end));
  if (end < bytes.length) parts.push({ start: end, end: bytes.length, tells: nameTag(bytes, end) });
  facts.complete = !isFirst && offset >= end;
  yield* fillUp(bytes, [...parts, ...tellFrames(bytes, frames)]);
  return facts;
}

/** Parts in order, and between them the sound. */
function* fillUp(bytes: Buffer, parts: Part[]): Generator<Part> {
  let at = 0;
  for (const part of parts.sort((one, other) => one.start - other.start)) {
    yield { start: at, end: part.start };
    yield part;
    at = part.end;
  }
  yield { start: at, end: bytes.length };
}

/** Offset of “Xing” or “Info” in a frame, behind what MPEG-1 and 2 say of stereo and mono; “VBRI” stands in one place. */
const INFORMATION_AT = [36, 21, 13];
const NEUTRAL = /^(?:\0{9}|(?:LAME|Lav[fc])\0{5})$/;
/** Bytes behind a name that say how much silence to leave out, how loud it is, and check all this. */
const GAPLESS_BYTES = 27;

/** Where the first frame says of the others what players need to seek; encoders write their names and versions into it. */
function informationIn(bytes: Buffer, start: number, end: number): number | undefined {
  return INFORMATION_AT.map((offset) => start + offset).find((at) =>
    at + 26 > end ? false : /^(?:Xing|Info|VBRI)$/.test(bytes.toString('latin1', at, at + 4)),
  );
}

function* walkInformation(bytes: Buffer, start: number, end: number, at: number): Generator<Part> {
  if (bytes[at] === 0x56) {
    const needed = 26 + bytes.readUInt16BE(at + 18) * bytes.readUInt16BE(at + 22);
    yield* upTo(bytes, start, Math.min(end, at + needed), end);
    return;
  }
  const flags = bytes[at + 7] ?? 0;
  const fields = [4, 4, 100, 4].filter((_, bit) => (flags >> bit) % 2 === 1);
  const name = Math.min(end, at + 8 + fields.reduce((sum, length) => sum + length, 0));
  const last = Math.min(end, name + 9);
  const text = bytes.toString('latin1', name, last);
  yield { start, end: name };
  if (text === '' || NEUTRAL.test(text)) yield { start: name, end: last };
  else yield { start: name, end: last, tells: PROGRAM, becomes: neutral(text) };
  yield* upTo(bytes, last, Math.min(end, last + GAPLESS_BYTES), end);
}

/** What is needed, and behind it nothing. */
function* upTo(bytes: Buffer, start: number, needed: number, end: number): Generator<Part> {
  yield { start, end: needed };
  yield blank(bytes, needed, end, LEFT_OVER);
}

/** The first four letters tell players that the rest says how much silence to leave out. */
const neutral = (text: string): Buffer =>
  Buffer.from((/^(?:LAME|Lav[fc])/.exec(text)?.[0] ?? '').padEnd(text.length, '\0'), 'latin1');
