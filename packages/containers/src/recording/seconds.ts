import { listBoxes } from '../boxes.ts';
import { formatOf } from '../formats.ts';
import { type Element, listElements, readNumber } from './ebml.ts';
import { mpegSeconds } from './mpeg-audio.ts';
import { oggSeconds } from './ogg.ts';

/**
 * How long a recording plays, in seconds, as its container says it: nothing is decoded. Undefined where it does not say, and
 * for other files. Takes any bytes; never throws.
 */
export function recordingSeconds(given: Uint8Array): number | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const read = READERS.get(formatOf(bytes)?.name ?? '');
  const seconds = read?.(bytes) ?? 0;
  return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
}

const READERS = new Map<string, (bytes: Buffer) => number>([
  ['mp3', mpegSeconds],
  ['ogg', oggSeconds],
  ['mp4', filmSeconds],
  ['webm', webmSeconds],
]);

/** `mvhd` (ISO/IEC 14496-12, 8.2.2): units a second, and how many of them it lasts. */
function filmSeconds(bytes: Buffer): number {
  const movie = [...listBoxes(bytes)].find(({ type }) => type === 'moov');
  if (movie === undefined) return 0;
  const head = [...listBoxes(bytes, movie.start, movie.end)].find(({ type }) => type === 'mvhd');
  const body = head?.body ?? Buffer.alloc(0);
  const isLong = body[0] === 1;
  if (body.length < (isLong ? 32 : 20)) return 0;
  return isLong
    ? Number(body.readBigUInt64BE(24)) / body.readUInt32BE(20)
    : body.readUInt32BE(16) / body.readUInt32BE(12);
}

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const SCALE = 0x2ad7b1;
const DURATION = 0x4489;

/** `Duration` (RFC 9559, 5.1.2), in units of so many nanoseconds. */
function webmSeconds(bytes: Buffer): number {
  const whole = { start: 0, end: bytes.length };
  const segment = find(bytes, whole, SEGMENT);
  const info = segment && find(bytes, segment, INFO);
  const length = info && find(bytes, info, DURATION);
  if (info === undefined || length === undefined) return 0;
  const scale = find(bytes, info, SCALE);
  const unit = scale === undefined ? 1e6 : readNumber(bytes, scale);
  return (readFloat(bytes, length) * unit) / 1e9;
}

function find(
  bytes: Buffer,
  parent: Pick<Element, 'start' | 'end'>,
  id: number,
): Element | undefined {
  for (const element of listElements(bytes, parent)) if (element?.id === id) return element;
  return undefined;
}

function readFloat(bytes: Buffer, { start, end }: Element): number {
  if (end - start === 4) return bytes.readFloatBE(start);
  return end - start === 8 ? bytes.readDoubleBE(start) : 0;
}
