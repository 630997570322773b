import { createHash } from 'node:crypto';
import { PROFILE_MAX_BYTES, PROFILE_TAGS_MAX } from './limits.ts';
import { bytesNeeded, isFilled, textsOf } from './profile-tags.ts';

const HEADER_BYTES = 128;
const ENTRY_BYTES = 12;

/** Tags that say how numbers become colours (ICC.1, 9.2), and the types they may have (ICC.1, 10). */
const COLOURS = /^(?:[rgb]XYZ|wtpt|bkpt|[rgbk]TRC|chad|A2B[0-2]|cicp)$/;
const TYPES = /^(?:XYZ |curv|para|sf32|mft1|mft2|mAB |cicp)$/;
/** Tags that tell a description and a licence, and those in which the makers of public profiles explain them. */
const TEXTS = /^(?:desc|cprt|dmnd|dmdd|vued)$/;
const NUMBERS = /^(?:view|lumi|meas|tech)$/;

/** Texts of profiles that stand in files all over the world; whoever uses them says nothing of himself. */
const PUBLIC_TEXTS = [
  /^(?:sRGB(?: IEC61966-2[.-]1)?|sRGB2014|sP3C|c2|uRGB|Display P3|Adobe RGB \(1998\)|CC0)?$/,
  /^Copyright \(c\) 1998 Hewlett-Packard Company$/,
  /^(?:IEC http:\/\/www\.iec\.ch|IEC 61966-2\.1 Default RGB colour space - sRGB)$/,
  /^Reference Viewing Condition in IEC61966-2\.1$/,
  /^Copyright (?:2000 Adobe Systems Incorporated|Apple Inc\., 20\d\d)$/,
  // What Chromium and Android write into every picture that they draw.
  /^Google Inc\. 2016$/,
];

/** Dates of those profiles: of none; of 1998 (HP), 1999 and 2000 (Adobe), 2015 (ICC), 2015 to 2022 (Apple), 2016 (Google), 2018. */
const PUBLIC_DATES = new Set([
  ...['000000000000000000000000', '07ce00020009000600310000', '07cf00060003000000000000'],
  ...['07d00008000b00130033003b', '07df0002000f000000000000', '07df000a000e000d00080039'],
  ...['07e000010001000000000000', '07e000010001000100000000', '07e100070007000d00160020'],
  ...['07e200060018000d00160020', '07e600010001000000000000', '07e2000300140009000e001d'],
]);

/** Programs, systems, makers and devices that those profiles name; nobody’s own device is among them. */
const PUBLIC_NAMES =
  /^(?:\0{4}|lcms|Lino|appl|APPL|ADBE|MSFT|IEC |sRGB|HP {2}|none|saws|ctrl|hand|GOOG)$/;

interface Tag {
  name: string;
  start: number;
  data: Buffer;
}

/**
 * A colour profile (ICC.1:2022) that says no more than colours. One of the public ones comes back as it is; of
 * others the colours stay, and names, dates, devices and whatever programs add go. Undefined where it is no profile, so
 * that nobody reads colours from it.
 */
export function cleanProfile(bytes: Buffer): Buffer | undefined {
  const tags = readTags(bytes);
  if (tags === undefined) return undefined;
  if (tags.every(isPublic) && isPublicHeader(bytes) && isWhole(bytes, tags)) return bytes;
  const colours = tags.filter(({ name, data }) => COLOURS.test(name) && isColour(data));
  const clean = buildProfile(bytes, colours);
  return clean.equals(bytes) ? bytes : clean;
}

function readTags(bytes: Buffer): Tag[] | undefined {
  if (bytes.length < HEADER_BYTES + 4 || bytes.length > PROFILE_MAX_BYTES) return undefined;
  if (!KIND.test(latin(bytes, 12, 24)) || latin(bytes, 36, 40) !== 'acsp') return undefined;
  const count = bytes.readUInt32BE(HEADER_BYTES);
  if (count > PROFILE_TAGS_MAX || HEADER_BYTES + 4 + count * ENTRY_BYTES > bytes.length)
    return undefined;
  return Array.from({ length: count }, (_, index) => {
    const at = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    const start = bytes.readUInt32BE(at + 4);
    const data = bytes.subarray(start, start + bytes.readUInt32BE(at + 8));
    return { name: latin(bytes, at, at + 4), start, data };
  });
}

const latin = (data: Buffer, start: number, end: number): string =>
  data.toString('latin1', start, end);

const isColour = (data: Buffer): boolean => TYPES.test(latin(data, 0, 4)) && bytesNeeded(data) > 0;

function isPublic({ name, data }: Tag): boolean {
  if (TEXTS.test(name))
    return textsOf(data).every((text) => PUBLIC_TEXTS.some((one) => one.test(text)));
  return (
    bytesNeeded(data) === data.length &&
    (NUMBERS.test(name) || (COLOURS.test(name) && isColour(data)))
  );
}

/** Whether nothing stands between and behind the tags, of which several may share their bytes. */
function isWhole(bytes: Buffer, tags: readonly Tag[]): boolean {
  const spans = new Map(
    tags.map(({ start, data }) => [start, [start, start + data.length] as const]),
  );
  return isFilled(bytes, HEADER_BYTES + 4 + tags.length * ENTRY_BYTES, [...spans.values()]);
}

/** Kinds of devices and of colours from which a picture may come, and those into which they are turned (ICC.1, 7.2.5 to 7.2.7). */
const KIND = /^(?:scnr|mntr|prtr|spac)(?:RGB |GRAY|CMYK|Lab )(?:XYZ |Lab )$/;
/** The white point of every profile: D50 (ICC.1, 7.2.16). */
const WHITE = Buffer.from('0000f6d6000100000000d32d', 'hex');

/** Whether the header tells no more than a public profile’s: no other date, program, device and number (ICC.1, 7.2). */
function isPublicHeader(bytes: Buffer): boolean {
  const names = [4, 40, 48, 52, 80].map((at) => latin(bytes, at, at + 4));
  const sum = bytes.toString('hex', 84, 100);
  return (
    bytes.readUInt32BE(0) === bytes.length &&
    names.every((name) => PUBLIC_NAMES.test(name)) &&
    PUBLIC_DATES.has(bytes.toString('hex', 24, 36)) &&
    bytes.readUInt16BE(10) === 0 &&
    // Whether it is embedded; of what the device’s paper is.
    bytes.readUInt32BE(44) < 4 &&
    bytes.readUInt32BE(56) + bytes.readUInt32BE(60) === 0 &&
    bytes.readUInt32BE(64) < 4 &&
    bytes.subarray(68, 80).equals(WHITE) &&
    (/^0+$/.test(sum) || sum === sumOf(bytes)) &&
    bytes.subarray(100, HEADER_BYTES).every((byte) => byte === 0)
  );
}

/** The number by which profiles know each other: MD5 without what may change (ICC.1, 7.2.18). */
function sumOf(bytes: Buffer): string {
  const counted = Buffer.from(bytes).fill(0, 44, 48).fill(0, 64, 68).fill(0, 84, 100);
  return createHash('md5').update(counted).digest('hex');
}

/** Version, class, spaces, intent and white point: which colours these are. */
function writeHeader(header: Buffer, bytes: Buffer): void {
  bytes.copy(header, 8, 8, 10);
  bytes.copy(header, 12, 12, 24);
  header.write('acsp', 36, 'latin1');
  header.writeUInt32BE(bytes.readUInt32BE(64) & 3, 64);
  WHITE.copy(header, 68);
}

const EMPTY_TEXT = Buffer.from('text\0\0\0\0\0\0\0\0', 'latin1');
/** A description without a word, in the form of version 2, which those of version 4 read as well. */
const EMPTY_DESCRIPTION = Buffer.concat([
  Buffer.from('desc\0\0\0\0\0\0\0\x01', 'latin1'),
  Buffer.alloc(80),
]);

function buildProfile(bytes: Buffer, colours: readonly Tag[]): Buffer {
  const tags = [
    { name: 'desc', data: EMPTY_DESCRIPTION },
    { name: 'cprt', data: EMPTY_TEXT },
    ...colours.map(({ name, data }) => ({ name, data: data.subarray(0, bytesNeeded(data)) })),
  ];
  const header = Buffer.alloc(HEADER_BYTES + 4 + tags.length * ENTRY_BYTES);
  writeHeader(header, bytes);
  header.writeUInt32BE(tags.length, HEADER_BYTES);
  const parts = [header];
  let offset = header.length;
  for (const [index, { name, data }] of tags.entries()) {
    const at = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(offset, at + 4);
    header.writeUInt32BE(data.length, at + 8);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  header.writeUInt32BE(offset, 0);
  return Buffer.concat(parts);
}
