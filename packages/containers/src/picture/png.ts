import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { PARTS_MAX, PROFILE_MAX_BYTES } from '../limits.ts';
import { PNG_CHUNKS } from '../needed.ts';
import {
  behind,
  LEFT_OVER,
  noFacts,
  NOTHING,
  type Part,
  printable,
  UNREADABLE,
  unreadable,
  type Walk,
} from '../part.ts';
import { cleanProfile } from '../profile.ts';
import type { Word } from '../words.ts';
import { neededBytes } from './png-pixels.ts';

const SIGNATURE_BYTES = 8;
/** Length and type before what a chunk holds, and the checksum behind it. */
const HEAD_BYTES = 8;
const FRAME_BYTES = 12;
/** The longest keyword or name in a chunk, in bytes (PNG, third edition, 11.3.3). */
const KEYWORD_BYTES = 79;

const WORDS: Readonly<Record<string, Word>> = {
  eXIf: 'EXIF',
  tIME: 'date of change',
  caBX: 'record of origin (C2PA)',
};

interface Chunk {
  type: string;
  start: number;
  data: Buffer;
  end: number;
}

/** The chunks of a PNG file, up to its end or what cannot be read. */
function* listChunks(bytes: Buffer): Generator<Chunk> {
  let start = SIGNATURE_BYTES;
  for (let part = 0; part < PARTS_MAX && start + FRAME_BYTES <= bytes.length; part += 1) {
    const end = start + FRAME_BYTES + bytes.readUInt32BE(start);
    const type = bytes.toString('latin1', start + 4, start + HEAD_BYTES);
    if (end > bytes.length) return;
    yield { type, start, data: bytes.subarray(start + HEAD_BYTES, end - 4), end };
    if (type === 'IEND') return;
    start = end;
  }
}

/** Walks the chunks of a PNG file (PNG, third edition, 5.3), moving pictures included. */
export function* walkPng(bytes: Buffer): Walk {
  const facts = noFacts();
  const pixels = readPixels(bytes);
  const seen = new Set<string>();
  yield { start: 0, end: SIGNATURE_BYTES };
  let offset = SIGNATURE_BYTES;
  for (const { type, start, data, end } of listChunks(bytes)) {
    if (type === 'IHDR' && data.length >= 8)
      Object.assign(facts, { width: data.readUInt32BE(0), height: data.readUInt32BE(4) });
    if (type === 'acTL') facts.animated = true;
    if (type === 'eXIf') facts.exif ??= data;
    yield { start, end, ...(type === 'IDAT' ? pixels(data) : judge(type, data, seen)) };
    seen.add(type);
    offset = end;
    facts.complete = type === 'IEND';
  }
  if (facts.complete) yield* behind(bytes, offset);
  else if (offset < bytes.length) yield unreadable(offset, bytes.length);
  return facts;
}

/** Judges one chunk of packed pixels after another: what stands behind the stream goes. */
function readPixels(bytes: Buffer): (data: Buffer) => Partial<Part> {
  const chunks = [...listChunks(bytes)];
  const head = chunks.find(({ type }) => type === 'IHDR')?.data ?? NOTHING;
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? data : [])));
  let left = neededBytes(head, packed);
  return (data) => {
    if (left === undefined) return { tells: UNREADABLE, stuck: true };
    const needed = Math.min(left, data.length);
    left -= needed;
    if (needed === data.length && needed > 0) return {};
    const becomes = needed > 0 ? buildChunk('IDAT', data.subarray(0, needed)) : NOTHING;
    return { tells: LEFT_OVER, becomes };
  };
}

/** Chunks of a moving picture. */
const MOVING = /^f(?:dAT|cTL)$/;

function judge(type: string, data: Buffer, seen: ReadonlySet<string>): Partial<Part> {
  if (type === 'iCCP' && !seen.has(type)) return judgeProfile(data);
  const most = PNG_CHUNKS.get(type);
  const isMoving = MOVING.test(type);
  // Each stands there once (5.6), but for those of moving pictures.
  const isInPlace = isMoving ? seen.has('acTL') : !seen.has(type);
  if (most !== undefined && data.length <= most && isInPlace) return {};
  if (type === 'IEND') return { tells: LEFT_OVER, becomes: buildChunk('IEND', NOTHING) };
  const tells = WORDS[type] ?? (/^(?:tEXt|zTXt|iTXt)$/.test(type) ? nameText(data) : nameOf(type));
  // A capital first letter: a decoder cannot do without it (PNG, third edition, 5.4).
  return /^[A-Z]/.test(type) ? { tells, stuck: true } : { tells };
}

const nameOf = (type: string): Word => `chunk “${printable(type)}”`;

function nameText(data: Buffer): Word {
  const keyword = data.toString('latin1', 0, KEYWORD_BYTES).split('\0')[0] ?? '';
  if (/xmp/i.test(keyword)) return 'XMP';
  if (/^raw profile type (?:exif|app1)$/i.test(keyword)) return 'EXIF';
  return /^raw profile type (?:iptc|8bim)$/i.test(keyword) ? 'IPTC' : 'comment';
}

/** Names under which programs put every profile. */
const PUBLIC_NAME = /^(?:icc|ICC Profile|sRGB(?: IEC61966-2\.1)?|Display P3)$/;

/** A colour profile, packed, behind its name (11.3.2.3). */
function judgeProfile(data: Buffer): Partial<Part> {
  const tells = 'names in the colour profile';
  const name = data.subarray(0, KEYWORD_BYTES + 1).indexOf(0);
  const given = name === -1 ? undefined : unpack(data.subarray(name + 2));
  const clean = given && cleanProfile(given);
  if (clean === undefined) return { tells };
  if (clean === given && PUBLIC_NAME.test(data.toString('latin1', 0, name))) return {};
  const packed = Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(clean)]);
  return { tells, becomes: buildChunk('iCCP', packed) };
}

function unpack(packed: Buffer): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: PROFILE_MAX_BYTES });
  } catch {
    return undefined;
  }
}

function buildChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + FRAME_BYTES);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, HEAD_BYTES);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
