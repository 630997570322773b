import { NOTHING } from '../part.ts';

/** Bytes of a NAL unit without those that keep start codes out of it (ITU-T H.264, 7.4.1.1). */
export function unescape(unit: Buffer): Buffer {
  const marks: number[] = [];
  const isMark = (at: number) => unit[at - 1] === 0 && unit[at - 2] === 0;
  for (let at = unit.indexOf(3, 2); at !== -1; at = unit.indexOf(3, at + 1))
    if (isMark(at)) marks.push(at);
  if (marks.length === 0) return unit;
  let from = 0;
  const pieces = marks.map((at) => {
    const piece = unit.subarray(from, at);
    from = at + 1;
    return piece;
  });
  return Buffer.concat([...pieces, unit.subarray(from)]);
}

/** The same with those bytes. */
export function escape(payload: Buffer): Buffer {
  const bytes: number[] = [];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    bytes.push(byte);
  }
  return Buffer.from(bytes);
}

/** A message that stands beside the coded picture (7.3.2.3.1), and all its bytes. */
export interface Message {
  kind: number;
  payload: Buffer;
  bytes: Buffer;
}

const STOP = 0x80;

/** The messages of a SEI unit without its head; undefined where they do not fill it. */
export function readMessages(unit: Buffer): Message[] | undefined {
  const payload = unescape(unit);
  const end = payload.length - 1;
  if (payload[end] !== STOP) return undefined;
  const messages: Message[] = [];
  for (let at = 0; at < end;) {
    const [kind, sizeAt] = readSum(payload, at);
    const [size, from] = readSum(payload, sizeAt);
    if (from + size > end) return undefined;
    const next = from + size;
    messages.push({
      kind,
      payload: payload.subarray(from, next),
      bytes: payload.subarray(at, next),
    });
    at = next;
  }
  return messages;
}

/** A number in as many 255s as it takes, and a rest. */
function readSum(bytes: Buffer, start: number): [sum: number, end: number] {
  let sum = 0;
  for (let at = start; at < bytes.length; at += 1) {
    sum += bytes[at] ?? 0;
    if (bytes[at] !== 255) return [sum, at + 1];
  }
  return [sum, bytes.length];
}

const FILLER = 3;
const FILLER_MAX_BYTES = 256;

/**
 * A SEI unit’s bytes without its head: some messages, and filler messages (D.1.4) for the rest of its room. Where the messages
 * do not fit they go too.
 */
export function writeMessages(messages: readonly Message[], length: number): Buffer {
  const kept = Buffer.concat(messages.map(({ bytes }) => bytes));
  const room = length - escape(Buffer.concat([kept, Buffer.from([FILLER])])).length + 1;
  const unit = escape(Buffer.concat([kept, fill(room)]));
  // One byte before the last is no message.
  const fits = unit.length === length && (room === 1 || room > 2);
  return fits || messages.length === 0 ? unit : writeMessages([], length);
}

/** Filler messages in so many bytes, and the bit that ends the unit. */
function fill(length: number): Buffer {
  if (length < 1) return NOTHING;
  const bytes = Buffer.alloc(length, 0xff);
  let left = length - 1;
  for (let at = 0; left > 1;) {
    const most = Math.min(left, FILLER_MAX_BYTES);
    // One byte alone is no message.
    const size = left - most === 1 ? most - 1 : most;
    bytes[at] = FILLER;
    bytes[at + 1] = size - 2;
    at += size;
    left -= size;
  }
  bytes[length - 1] = STOP;
  return bytes;
}
