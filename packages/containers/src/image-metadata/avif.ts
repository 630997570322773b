import { readAscii, readBigEndian } from './read-bytes.ts';

interface Box {
  type: string;
  /** Offset of the content after the header. */
  start: number;
  end: number;
}

/** The `uuid` box in which Adobe's tools put XMP (XMP Specification part 3). */
const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';

/** Boxes are looked into down to this level; the items of an AVIF file stand at the second. */
const MAX_LEVEL = 8;

/** Boxes that hold boxes, with the bytes of version and flags before them. */
const CONTAINERS: ReadonlyMap<string, number> = new Map([
  ['meta', 4],
  ['moov', 0],
  ['trak', 0],
  ['udta', 0],
]);

/** Walks the boxes of an AVIF or HEIF file (ISO/IEC 14496-12) and lists the items that are not pictures. */
export function findAvifMetadata(bytes: Uint8Array): Iterable<string> {
  return findInBoxes(bytes, { type: '', start: 0, end: bytes.length }, 0);
}

function* findInBoxes(bytes: Uint8Array, parent: Box, level: number): Generator<string> {
  if (level > MAX_LEVEL) {
    yield 'unreadable data';
    return;
  }
  for (const box of listBoxes(bytes, parent.start, parent.end)) {
    const header = CONTAINERS.get(box.type);
    if (header !== undefined) {
      yield* findInBoxes(bytes, { ...box, start: box.start + header }, level + 1);
    }
    if (box.type === 'iinf') yield* findItems(bytes, box);
    if (box.type === 'uuid') yield* nameUuid(bytes, box);
    if (box.type === 'XMP_') yield 'XMP';
  }
}

function* listBoxes(bytes: Uint8Array, start: number, end: number): Generator<Box> {
  for (let offset = start; offset + 8 <= end;) {
    const short = readBigEndian(bytes, offset, 4);
    const header = short === 1 ? 16 : 8;
    const size = short === 1 ? readBigEndian(bytes, offset + 8, 8) : short || end - offset;
    if (size < header) return;
    const boxEnd = Math.min(end, offset + size);
    yield { type: readAscii(bytes, offset + 4, offset + 8), start: offset + header, end: boxEnd };
    offset += size;
  }
}

/** Item information (8.11.6): `infe` entries of version 2 and 3 name the type of an item. */
function* findItems(bytes: Uint8Array, box: Box): Generator<string> {
  const countBytes = bytes[box.start] === 0 ? 2 : 4;
  for (const entry of listBoxes(bytes, box.start + 4 + countBytes, box.end)) {
    const idBytes = bytes[entry.start] === 3 ? 4 : 2;
    const typeStart = entry.start + 4 + idBytes + 2;
    const type = readAscii(bytes, typeStart, typeStart + 4);
    if (type === 'Exif') yield 'EXIF';
    else if (type === 'mime') yield nameMime(readAscii(bytes, typeStart + 4, entry.end));
    else if (type === 'uri ') yield 'uri item';
  }
}

function nameMime(nameAndType: string): string {
  return /rdf\+xml|xmp/i.test(nameAndType) ? 'XMP' : 'mime item';
}

function* nameUuid(bytes: Uint8Array, box: Box): Generator<string> {
  const uuid = Buffer.from(bytes.subarray(box.start, box.start + 16)).toString('hex');
  yield uuid === XMP_UUID ? 'XMP' : 'uuid box';
}
