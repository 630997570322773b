import { PROFILE_MAX_BYTES, PROFILE_TAGS_MAX } from './limits.ts';

const HEADER_BYTES = 128;
const ENTRY_BYTES = 12;

/** Tags that say how numbers become colours (ICC.1, 9.2), and the types they may have (ICC.1, 10). */
const COLOURS = /^(?:[rgb]XYZ|wtpt|bkpt|[rgbk]TRC|chad|A2B[0-2]|cicp)$/;
const TYPES = /^(?:XYZ |curv|para|sf32|mft1|mft2|mAB |cicp)\0{4}/;
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

interface Tag {
  name: string;
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
  if (tags.every(isPublic) && isWhole(bytes, tags)) return bytes;
  return buildProfile(
    bytes,
    tags.filter(({ name, data }) => COLOURS.test(name) && TYPES.test(latin(data))),
  );
}

const latin = (data: Buffer): string => data.toString('latin1', 0, 8);

function readTags(bytes: Buffer): Tag[] | undefined {
  if (bytes.length < HEADER_BYTES + 4 || bytes.length > PROFILE_MAX_BYTES) return undefined;
  if (bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  const count = bytes.readUInt32BE(HEADER_BYTES);
  if (count > PROFILE_TAGS_MAX || HEADER_BYTES + 4 + count * ENTRY_BYTES > bytes.length)
    return undefined;
  return Array.from({ length: count }, (_, index) => {
    const at = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    const start = bytes.readUInt32BE(at + 4);
    const name = bytes.toString('latin1', at, at + 4);
    return { name, data: bytes.subarray(start, start + bytes.readUInt32BE(at + 8)) };
  });
}

function isPublic({ name, data }: Tag): boolean {
  if (TEXTS.test(name))
    return textsOf(data).every((text) => PUBLIC_TEXTS.some((one) => one.test(text)));
  return NUMBERS.test(name) || (COLOURS.test(name) && TYPES.test(latin(data)));
}

/** Whether nothing stands between and behind the tags: they fill the file but for what rounds them up to four bytes. */
function isWhole(bytes: Buffer, tags: readonly Tag[]): boolean {
  const ends = new Map(tags.map(({ data }) => [data.byteOffset, Math.ceil(data.length / 4) * 4]));
  const table = HEADER_BYTES + 4 + tags.length * ENTRY_BYTES;
  const sum = [...ends.values()].reduce((total, length) => total + length, table);
  return bytes.length <= sum;
}

/** The texts of a tag of one of the three types; a type that is not known is a text of its own. */
function textsOf(data: Buffer): string[] {
  const type = data.toString('latin1', 0, 4);
  if (type === 'text') return [clean(data.toString('latin1', 8))];
  if (type === 'desc' && data.length >= 12)
    return [clean(data.toString('latin1', 12, 12 + data.readUInt32BE(8)))];
  if (type !== 'mluc' || data.length < 16) return ['?'];
  const count = Math.min(data.readUInt32BE(8), PROFILE_TAGS_MAX);
  return Array.from({ length: count }, (_, index) => {
    const at = 16 + index * 12;
    if (at + 12 > data.length) return '?';
    const start = data.readUInt32BE(at + 8);
    const text = Buffer.from(data.subarray(start, start + data.readUInt32BE(at + 4)));
    return text.length % 2 === 0 ? clean(text.swap16().toString('utf16le')) : '?';
  });
}

const clean = (text: string): string => text.replace(/\0[^]*$/, '').trim();

/** Bytes of the header that say which colours these are: version, class, spaces, intent, white point (ICC.1, 7.2). */
const HEADER_KEPT: readonly (readonly [start: number, end: number])[] = [
  [8, 24],
  [36, 40],
  [64, 80],
];

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
    ...colours,
  ];
  const header = Buffer.alloc(HEADER_BYTES + 4 + tags.length * ENTRY_BYTES);
  for (const [start, end] of HEADER_KEPT) bytes.copy(header, start, start, end);
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
