import type { Range } from '../coded/range.ts';
import { PARTS_MAX } from '../limits.ts';
import { JPEG_MARKERS } from '../needed.ts';
import {
  behind,
  type Facts,
  isBlank,
  LEFT_OVER,
  noFacts,
  NOTHING,
  type Part,
  unreadable,
  type Walk,
} from '../part.ts';
import { cleanProfile } from '../profile.ts';
import type { Word } from '../words.ts';
import { scanTails } from './jpeg-scan.ts';
import { headBytes, isFrame, neededTables } from './jpeg-tables.ts';

const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP14 = 0xee;
const ICC = 'ICC_PROFILE\0';
const EXIF = 'Exif\0\0';
/** Bytes of a colour profile in one segment (ICC.1, annex B.4). */
const ICC_PIECE_BYTES = 65_519;
/** A JFIF segment without a thumbnail, and Adobe's: bytes of what they hold. */
const JFIF_BYTES = 14;
const ADOBE_BYTES = 12;
/**
 * What these hold as programs write it: pixels as dense across as down (JFIF 1.02), or a version, marks of how the picture was scaled,
 * and how colours are coded (Adobe technical note 5116). Nothing shows another density, or reads those marks.
 */
const NEUTRAL_HEAD =
  /^JFIF\0\x01[\0-\x02][\0-\x02]([^]{2})\1\0\0$|^Adobe\0[de][\0@\x80\xc0]\0\0\0[\0-\x02]$/;
const NEUTRAL_JFIF = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1');
const NEUTRAL_ADOBE = Buffer.from('Adobe\0d\0\0\0\0', 'latin1');

/** What application segments are called by their marker and first characters. */
const WORDS: readonly (readonly [marker: number, start: string, word: Word])[] = [
  [0xe0, 'JFXX\0', 'thumbnail'],
  [0xe1, 'Exif', 'EXIF'],
  [0xe1, 'http://ns.adobe.com/', 'XMP'],
  [0xe2, 'MPF\0', 'second picture'],
  [0xe2, ICC, 'names in the colour profile'],
  [0xeb, 'JP', 'record of origin (C2PA)'],
  [0xed, '', 'IPTC'],
];

interface Segment {
  marker: number;
  start: number;
  /** Of what it holds. */
  data: Buffer;
  end: number;
}

/** Walks the segments of a JPEG file (ITU-T T.81, annex B; JFIF 1.02), scans included. */
export function* walkJpeg(bytes: Buffer): Walk {
  const facts = noFacts();
  const profile = readProfile(bytes);
  const tables = neededTables(listSegments(bytes));
  const tails = scanTails(listSegments(bytes), bytes);
  /** Segments that stand there once: the profile, and the two that say how colours are meant. */
  const seen = new Set<string>();
  yield { start: 0, end: 2 };
  for (const segment of listSegments(bytes)) {
    if (typeof segment === 'number') {
      yield* closeFile(bytes, segment, facts);
      return facts;
    }
    learn(segment, facts);
    const isProfile = segment.marker === 0xe2 && says(segment, ICC);
    const part = isProfile
      ? placeProfile(segment, profile, seen.has(ICC))
      : judge(segment, tables, seen);
    yield* withoutTails(bytes, part, tails.get(segment.start));
    if (isProfile) seen.add(ICC);
  }
  return facts;
}

/** Gives segment after segment, and at last the offset at which the file ends or cannot be read. */
function* listSegments(bytes: Buffer): Generator<Segment | number> {
  let offset = 2;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    let at = offset;
    // Fill bytes may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    const hasLength =
      marker >= 0xc0 && !(marker >= 0xd0 && marker <= EOI) && at + 4 <= bytes.length;
    const length = bytes[at] === 0xff && hasLength ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) {
      yield bytes[at] === 0xff && marker === EOI ? at : offset;
      return;
    }
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    yield { marker, start: offset, data: bytes.subarray(at + 4, end), end: next };
    offset = next;
  }
  yield offset;
}

/** Where entropy-coded data ends: at a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
}

function* closeFile(bytes: Buffer, offset: number, facts: Facts): Generator<Part> {
  if (bytes[offset] !== 0xff || bytes[offset + 1] !== EOI) {
    if (offset < bytes.length) yield unreadable(offset, bytes.length);
    return;
  }
  facts.complete = true;
  yield { start: offset, end: offset + 2 };
  // Phones put the seconds around a photo behind it; cameras, a second picture for larger screens.
  const film = bytes.includes('ftyp', offset, 'latin1') ? 'film behind the picture' : undefined;
  const other = bytes.includes(Buffer.from([0xff, 0xd8, 0xff]), offset + 2)
    ? 'second picture'
    : undefined;
  yield* behind(bytes, offset + 2, film ?? other);
}

/** A scan without what nothing reads. Zeros say nothing: some cameras fill up with them. */
function* withoutTails(bytes: Buffer, part: Part, tails: readonly Range[] = []): Generator<Part> {
  let { start } = part;
  for (const tail of part.tells === undefined ? tails : []) {
    yield { start, end: tail.start };
    const isSilent = isBlank(bytes.subarray(tail.start, tail.end));
    yield { ...tail, becomes: NOTHING, ...(!isSilent && { tells: LEFT_OVER }) };
    start = tail.end;
  }
  yield { ...part, start };
}

const says = ({ data }: Segment, name: string): boolean =>
  data.toString('latin1', 0, name.length) === name;

/** Size of the frame and EXIF. */
function learn(segment: Segment, facts: Facts): void {
  const { marker, data } = segment;
  if (isFrame(marker) && data.length >= 5)
    Object.assign(facts, { width: data.readUInt16BE(3), height: data.readUInt16BE(1) });
  if (marker === 0xe1 && says(segment, EXIF)) facts.exif ??= data.subarray(EXIF.length);
}

function judge(segment: Segment, tables: ReadonlyMap<number, Buffer>, seen: Set<string>): Part {
  const { marker, start, end, data } = segment;
  if (JPEG_MARKERS.has(marker)) return judgeTables(segment, tables);
  const [name, length] =
    marker === APP0
      ? ['JFIF\0', JFIF_BYTES]
      : marker === APP14
        ? ['Adobe', ADOBE_BYTES]
        : ['', Infinity];
  if (data.length < length || !says(segment, name)) return { start, end, tells: nameOf(segment) };
  if (seen.has(name)) return { start, end, tells: LEFT_OVER };
  seen.add(name);
  const isBare = data.length === length && NEUTRAL_HEAD.test(data.toString('latin1'));
  return isBare ? { start, end } : { start, end, ...shorten(segment, length) };
}

/** What stands behind the tables of a segment goes, and so do tables that no scan reads; a scan follows its own. */
function judgeTables(
  { marker, start, data, end }: Segment,
  tables: ReadonlyMap<number, Buffer>,
): Part {
  const isHead = isFrame(marker) || marker === SOS;
  const length = isHead ? headBytes(marker, data) : tables.get(start)?.length;
  if (length === data.length) return { start, end };
  // Where tables are cut off a decoder has nothing to go by.
  if (length === undefined || marker === SOS) return { start, end, tells: LEFT_OVER, stuck: true };
  const needed = isHead ? data.subarray(0, length) : tables.get(start);
  const becomes = needed && needed.length > 0 ? buildSegment(marker, needed) : NOTHING;
  return { start, end, tells: LEFT_OVER, becomes };
}

function shorten({ marker, data }: Segment, length: number): Pick<Part, 'tells' | 'becomes'> {
  const isThumbnail = marker === APP0 && (data[12] ?? 0) * (data[13] ?? 0) > 0;
  const transform = data.subarray(length - 1, length);
  const kept = marker === APP0 ? NEUTRAL_JFIF : Buffer.concat([NEUTRAL_ADOBE, transform]);
  return { tells: isThumbnail ? 'thumbnail' : LEFT_OVER, becomes: buildSegment(marker, kept) };
}

function buildSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function nameOf(segment: Segment): Word {
  const { marker } = segment;
  if (marker === COMMENT) return 'comment';
  const known = WORDS.find(([one, start]) => one === marker && says(segment, start));
  if (known !== undefined) return known[2];
  return marker >= APP0 && marker <= 0xef
    ? `data of a program (APP${String(marker - APP0)})`
    : LEFT_OVER;
}

interface Profile {
  /** Segments of the clean profile; undefined where the one that is there is clean. */
  segments: Buffer | undefined;
}

/** Puts the colour profile together, which may stand in several segments, and cleans it. */
function readProfile(bytes: Buffer): Profile {
  const pieces: Buffer[] = [];
  for (const segment of listSegments(bytes)) {
    if (typeof segment === 'number' || segment.marker === SOS) break;
    if (segment.marker === 0xe2 && says(segment, ICC)) pieces.push(segment.data);
  }
  // The byte behind the name counts the segments, from 1.
  pieces.sort((one, other) => (one[ICC.length] ?? 0) - (other[ICC.length] ?? 0));
  const given = Buffer.concat(pieces.map((piece) => piece.subarray(ICC.length + 2)));
  const clean = cleanProfile(given);
  if (clean === undefined) return { segments: NOTHING };
  return { segments: clean === given ? undefined : buildProfile(clean) };
}

function buildProfile(profile: Buffer): Buffer {
  const count = Math.ceil(profile.length / ICC_PIECE_BYTES);
  const segments = Array.from({ length: count }, (_, index) => {
    const piece = profile.subarray(index * ICC_PIECE_BYTES, (index + 1) * ICC_PIECE_BYTES);
    const head = Buffer.from([...Buffer.from(ICC, 'latin1'), index + 1, count]);
    return buildSegment(0xe2, Buffer.concat([head, piece]));
  });
  return Buffer.concat(segments);
}

/** The first segment of a profile becomes the whole clean one. */
function placeProfile({ start, end }: Segment, { segments }: Profile, isSeen: boolean): Part {
  if (segments === undefined) return { start, end };
  const tells = 'names in the colour profile';
  return { start, end, tells, becomes: isSeen ? NOTHING : segments };
}
