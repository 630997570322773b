import { PARTS_MAX } from '../limits.ts';
import { WEBP_CHUNKS } from '../needed.ts';
import {
  behind,
  type Facts,
  noFacts,
  type Part,
  printable,
  UNREADABLE,
  unreadable,
  type Walk,
} from '../part.ts';
import { cleanProfile } from '../profile.ts';

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
/** Bytes of a frame's place and time before its chunks (RFC 9649, 2.7.1.1). */
const FRAME_BYTES = 16;
/** Bits of the first byte of `VP8X` (RFC 9649, 2.7) that say EXIF or XMP follows. */
const METADATA_BITS = 0x0c;

/** Walks the chunks of a WebP file (RFC 9649, 2.3), those in frames included. */
export function* walkWebp(bytes: Buffer): Walk {
  const facts = noFacts();
  const end = bytes.length < HEADER_BYTES ? 0 : bytes.readUInt32LE(4) + CHUNK_HEADER_BYTES;
  const parts: Part[] = [];
  if (end >= HEADER_BYTES && end <= bytes.length)
    parts.push(...walkChunks(bytes, HEADER_BYTES, end, facts));
  else parts.push(unreadable(Math.min(HEADER_BYTES, bytes.length), bytes.length));
  facts.complete = end >= HEADER_BYTES && end <= bytes.length && !parts.some(isBroken);
  yield buildHeader(bytes, parts);
  yield* parts;
  if (end >= HEADER_BYTES) yield* behind(bytes, end);
  return facts;
}

const isBroken = ({ tells, stuck }: Part): boolean => tells === UNREADABLE && stuck === true;

/** The file's head gives the length of what follows it. */
function buildHeader(bytes: Buffer, parts: readonly Part[]): Part {
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  const length = parts.reduce((sum, part) => sum + lengthAfter(part), 0);
  if (header.length === HEADER_BYTES) header.writeUInt32LE(length + 4, 4);
  return { start: 0, end: header.length, becomes: header };
}

const lengthAfter = ({ start, end, tells, becomes }: Part): number =>
  becomes?.length ?? (tells === undefined ? end - start : 0);

function* walkChunks(bytes: Buffer, from: number, end: number, facts: Facts): Generator<Part> {
  let offset = from;
  for (let part = 0; part < PARTS_MAX && offset + CHUNK_HEADER_BYTES <= end; part += 1) {
    const type = bytes.toString('latin1', offset, offset + 4);
    const length = bytes.readUInt32LE(offset + 4);
    const next = offset + CHUNK_HEADER_BYTES + length + (length % 2);
    if (next > end) break;
    const data = bytes.subarray(offset + CHUNK_HEADER_BYTES, offset + CHUNK_HEADER_BYTES + length);
    if (type === 'ANIM' || type === 'ANMF') facts.animated = true;
    if (type === 'EXIF') facts.exif ??= data.subarray(latin(data, 6) === 'Exif\0\0' ? 6 : 0);
    yield { start: offset, end: next, ...judge(type, data) };
    offset = next;
  }
  if (offset < end) yield unreadable(offset, end);
}

const latin = (data: Buffer, length: number): string => data.toString('latin1', 0, length);

function judge(type: string, data: Buffer): Partial<Part> {
  if (type === 'EXIF') return { tells: 'EXIF' };
  if (type === 'XMP ') return { tells: 'XMP' };
  if (type === 'ICCP') return judgeProfile(data);
  if (type === 'ANMF') return judgeFrame(data);
  const most = WEBP_CHUNKS.get(type) ?? -1;
  if (data.length > most) return { tells: `chunk “${printable(type)}”` };
  return type === 'VP8X' ? { becomes: buildChunk(type, withoutMetadata(data)) } : {};
}

/** EXIF and XMP are no longer announced. */
function withoutMetadata(data: Buffer): Buffer {
  const flags = Buffer.from(data);
  if (flags.length > 0) flags.writeUInt8((flags[0] ?? 0) & ~METADATA_BITS, 0);
  return flags;
}

function judgeProfile(data: Buffer): Partial<Part> {
  const clean = cleanProfile(data);
  if (clean === data) return {};
  const tells = 'names in the colour profile';
  return clean === undefined ? { tells } : { tells, becomes: buildChunk('ICCP', clean) };
}

/** The chunks of a frame are those of a picture. */
function judgeFrame(data: Buffer): Partial<Part> {
  const parts = [...walkChunks(data, Math.min(FRAME_BYTES, data.length), data.length, noFacts())];
  const told = parts.find(({ tells }) => tells !== undefined);
  if (told?.tells === undefined) return {};
  const kept = parts
    .filter(({ tells }) => tells === undefined)
    .map(({ start, end }) => data.subarray(start, end));
  const becomes = buildChunk('ANMF', Buffer.concat([data.subarray(0, FRAME_BYTES), ...kept]));
  return { tells: told.tells, becomes, ...(told.stuck && { stuck: true }) };
}

function buildChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(CHUNK_HEADER_BYTES + data.length + (data.length % 2));
  chunk.write(type, 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  data.copy(chunk, CHUNK_HEADER_BYTES);
  return chunk;
}
