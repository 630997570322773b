import type { InBoth } from '@tamizdat/problem';
import { PARTS_MAX } from '../limits.ts';
import { noFacts, type Part, unreadable, type Walk } from '../part.ts';
import { emptyComments, tellComments } from './comments.ts';

const OTHER_CODING: InBoth = {
  en: 'Of Ogg files only Opus and Vorbis are taken.',
  ru: 'Из файлов Ogg подходят только Opus и Vorbis.',
};
const HEAD_BYTES = 27;
const CHECKSUM_AT = 22;
/** Of the number of samples up to a page's end (RFC 3533, 6). */
const POSITION_AT = 6;
/** Samples a second, whatever the recording had (RFC 7845, 4). */
const OPUS_RATE = 48_000;

interface OggPage {
  start: number;
  isFirst: boolean;
  serial: number;
  /** Lengths of its segments; one below 255 ends a packet. */
  segments: Buffer;
  dataAt: number;
  data: Buffer;
  end: number;
}

/** A page of RFC 3533, 6; undefined where there is none. */
function readPage(bytes: Buffer, start: number): OggPage | undefined {
  if (start + HEAD_BYTES > bytes.length || bytes.toString('latin1', start, start + 4) !== 'OggS')
    return undefined;
  const dataAt = start + HEAD_BYTES + (bytes[start + HEAD_BYTES - 1] ?? 0);
  const segments = bytes.subarray(start + HEAD_BYTES, dataAt);
  const end = dataAt + segments.reduce((sum, length) => sum + length, 0);
  if (end > bytes.length || bytes[start + 4] !== 0) return undefined;
  return {
    start,
    isFirst: ((bytes[start + 5] ?? 0) & 2) !== 0,
    serial: bytes.readUInt32LE(start + 14),
    segments,
    dataAt,
    data: bytes.subarray(dataAt, end),
    end,
  };
}

/** How long the stream with which an Ogg file begins sounds, in seconds: its last page says how many samples there are. */
export function oggSeconds(bytes: Buffer): number {
  const first = readPage(bytes, 0);
  if (first === undefined) return 0;
  let samples = 0;
  let offset = 0;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    const page = readPage(bytes, offset);
    if (page === undefined) break;
    const { start, end, serial } = page;
    const position = Number(bytes.readBigInt64LE(start + POSITION_AT));
    if (serial === first.serial) samples = Math.max(samples, position);
    offset = end;
  }
  const { data } = first;
  const isOpus = data.toString('latin1', 0, 8) === 'OpusHead';
  if (data.length < 16) return 0;
  return isOpus ? (samples - data.readUInt16LE(10)) / OPUS_RATE : samples / data.readUInt32LE(12);
}

/** A page's part of the packet it begins with, and whether the packet ends there. */
function firstPacket({ segments, data }: OggPage): { piece: Buffer; ends: boolean } {
  let length = 0;
  for (const segment of segments) {
    length += segment;
    if (segment < 255) return { piece: data.subarray(0, length), ends: true };
  }
  return { piece: data, ends: false };
}

/** A page that waits for the end of the comments: with its piece of them, or of another stream and what it tells. */
interface HeldPage {
  page: OggPage;
  piece?: Buffer;
  foreign?: Part;
}

/** Walks the pages of an Ogg file with one Opus (RFC 7845) or Vorbis stream; its second packet is the comments. */
export function* walkOgg(bytes: Buffer): Walk {
  const facts = { ...noFacts(), sound: true };
  let held: HeldPage[] = [];
  let serial: number | undefined;
  let isRead = false;
  let offset = 0;
  for (let part = 0; part < PARTS_MAX && offset < bytes.length; part += 1) {
    const page = readPage(bytes, offset);
    if (page === undefined) break;
    const { start, end } = page;
    offset = end;
    if (part === 0) {
      serial = page.serial;
      const isKnown = /^(?:OpusHead|\x01vorbis)/.test(page.data.toString('latin1', 0, 8));
      if (!isKnown) facts.refused = OTHER_CODING;
      yield { start, end };
    } else if (page.serial !== serial || page.isFirst) {
      const foreign: Part = {
        start,
        end,
        tells: 'a second stream',
        ...(isRead && page.isFirst && { stuck: true }),
      };
      if (held.length > 0) held.push({ page, foreign });
      else yield foreign;
    } else if (isRead || facts.refused !== undefined) yield { start, end };
    else {
      const { piece, ends } = firstPacket(page);
      held.push({ page, piece });
      isRead = ends;
      if (!ends) continue;
      yield* walkComments(bytes, held);
      held = [];
    }
  }
  // Comments that have no end are no comments.
  for (const { page, foreign } of held) yield foreign ?? { start: page.start, end: page.end };
  if (offset < bytes.length) yield unreadable(offset, bytes.length);
  else if (!isRead && facts.refused === undefined) yield unreadable(bytes.length, bytes.length);
  facts.complete = offset >= bytes.length && isRead;
  return facts;
}

/** The pages in which the comments stand. */
function* walkComments(bytes: Buffer, held: readonly HeldPage[]): Generator<Part> {
  const packet = Buffer.concat(held.flatMap(({ piece }) => piece ?? []));
  const told = tellComments(packet);
  const empty = told.length > 0 ? emptyComments(packet) : undefined;
  let at = 0;
  for (const [index, { page, piece, foreign }] of held.entries()) {
    const { start, end } = page;
    if (piece === undefined) {
      if (foreign) yield foreign;
      continue;
    }
    if (index === 0) {
      for (const tells of told)
        yield { start, end: start, tells, ...(empty === undefined && { stuck: true }) };
    }
    const rest = empty?.subarray(at, at + piece.length);
    yield { start, end, ...(rest && { becomes: rewritePage(bytes, page, rest) }) };
    at += piece.length;
  }
}

function rewritePage(bytes: Buffer, { start, dataAt, end }: OggPage, piece: Buffer): Buffer {
  const page = Buffer.from(bytes.subarray(start, end));
  piece.copy(page, dataAt - start);
  page.writeUInt32LE(0, CHECKSUM_AT);
  page.writeUInt32LE(checksum(page), CHECKSUM_AT);
  return page;
}

/** Of RFC 3533, 6: polynomial 0x04c11db7, the highest bit first, from 0. */
function checksum(page: Buffer): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  }
  return sum >>> 0;
}
