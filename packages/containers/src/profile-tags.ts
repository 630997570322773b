/** Tags of a colour profile (ICC.1:2022, 9 and 10): how many bytes they need, and what they say in words. */

/** Where something stands: from its first byte to behind its last. */
export type Span = readonly [start: number, end: number];

/** Whether spans fill `length` bytes from `start`, but for zeros that round each up to four bytes. */
export function isFilled(data: Buffer, start: number, spans: readonly Span[]): boolean {
  let at = start;
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    if (from < at || from - at > 3 || data.subarray(at, from).some((byte) => byte !== 0))
      return false;
    at = to;
  }
  return data.length - at < 4 && data.subarray(at).every((byte) => byte === 0);
}

const uint16 = (data: Buffer, at: number): number =>
  at + 2 <= data.length ? data.readUInt16BE(at) : NaN;
const uint32 = (data: Buffer, at: number): number =>
  at + 4 <= data.length ? data.readUInt32BE(at) : NaN;
const byte = (data: Buffer, at: number): number => data[at] ?? NaN;

/** Numbers of a parametric curve by its function (10.18). */
const PARAMETERS = [1, 3, 4, 5, 7];

/** Bytes that a tag needs, by its type; NaN where they cannot be counted. */
const NEEDED: Readonly<Record<string, (data: Buffer) => number>> = {
  'XYZ ': () => 20,
  curv: (data) => 12 + 2 * uint32(data, 8),
  para: (data) => 12 + 4 * (PARAMETERS[uint16(data, 8)] ?? NaN),
  sf32: () => 44,
  cicp: () => 12,
  mft1: (data) => 48 + 256 * byte(data, 8) + cells(data) + 256 * byte(data, 9),
  mft2: (data) =>
    52 + 2 * (uint16(data, 48) * byte(data, 8) + cells(data) + uint16(data, 50) * byte(data, 9)),
  'mAB ': (data) => (isFilled(data, 32, spansOf(data)) ? data.length : NaN),
  // How a screen was looked at and measured; the kind of device.
  view: () => 36,
  meas: () => 36,
  'sig ': () => 12,
};

/** Numbers in the table of a `lut8Type` or `lut16Type` (10.10 and 10.11). */
const cells = (data: Buffer): number => byte(data, 10) ** byte(data, 8) * byte(data, 9);

/** Curves, matrix and table of a `lutAToBType` (10.12), behind its head. */
function spansOf(data: Buffer): Span[] {
  const [inputs, outputs] = [byte(data, 8), byte(data, 9)];
  const [b, matrix, m, table, a] = [12, 16, 20, 24, 28].map((at) => uint32(data, at));
  return [
    ...curves(data, b, outputs),
    ...(matrix ? [[matrix, matrix + 48] as const] : []),
    ...curves(data, m, outputs),
    ...(table ? [[table, table + tableBytes(data, table, inputs) * outputs + 20] as const] : []),
    ...curves(data, a, inputs),
  ];
}

function tableBytes(data: Buffer, at: number, inputs: number): number {
  const sides = [...data.subarray(at, at + inputs)];
  return sides.reduce((product, side) => product * side, byte(data, at + 16));
}

function curves(data: Buffer, start = 0, count = 0): Span[] {
  const spans: Span[] = [];
  for (let at = start; at > 0 && spans.length < count;) {
    const end = at + bytesNeeded(data.subarray(at));
    if (!(end <= data.length)) return [[NaN, NaN]];
    spans.push([at, end]);
    at = Math.ceil(end / 4) * 4;
  }
  return spans;
}

/** How many of a tag’s bytes are needed; NaN for types that are not known, and where it is cut off. */
export function bytesNeeded(data: Buffer): number {
  const needed = NEEDED[data.toString('latin1', 0, 4)]?.(data) ?? NaN;
  return uint32(data, 4) === 0 && needed <= data.length ? needed : NaN;
}

/** What cannot be read is a text of its own, which no public profile has. */
const UNKNOWN = ['?'];

/** The texts of a tag, whole; zeros that end them and fill their room are none. */
export function textsOf(data: Buffer): string[] {
  const type = data.toString('latin1', 0, 4);
  if (type === 'text') return [withoutEnd(data.toString('latin1', 8))];
  if (type === 'desc') return describe(data);
  return type === 'mluc' ? localised(data) : UNKNOWN;
}

const withoutEnd = (text: string): string => text.replace(/\0+$/, '').trim();

const utf16 = (bytes: Buffer): string =>
  bytes.length % 2 === 0 ? withoutEnd(Buffer.from(bytes).swap16().toString('utf16le')) : '?';

/** A description of version 2: in ASCII, in Unicode, and in the Macintosh’s letters (ICC.1:2001-04, 6.5.17). */
function describe(data: Buffer): string[] {
  const words = 12 + uint32(data, 8);
  const unicode = words + 8 + 2 * uint32(data, words + 4);
  if (!(unicode <= data.length)) return UNKNOWN;
  return [
    withoutEnd(data.toString('latin1', 12, words)),
    utf16(data.subarray(words + 8, unicode)),
    // Two bytes of a code and one that counts stand before the letters.
    withoutEnd(data.toString('latin1', unicode + 3)),
  ];
}

/** Texts in several languages (10.15). */
function localised(data: Buffer): string[] {
  const count = uint32(data, 8);
  const table = 16 + 12 * count;
  if (!(table <= data.length) || uint32(data, 12) !== 12) return UNKNOWN;
  const spans = new Map<number, Span>();
  for (let at = 16; at < table; at += 12) {
    if (!/^[a-z]{2}(?:[A-Z]{2}|\0\0)$/.test(data.toString('latin1', at, at + 4))) return UNKNOWN;
    const start = uint32(data, at + 8);
    spans.set(start, [start, start + uint32(data, at + 4)]);
  }
  const texts = [...spans.values()];
  return isFilled(data, table, texts)
    ? texts.map(([start, end]) => utf16(data.subarray(start, end)))
    : UNKNOWN;
}
