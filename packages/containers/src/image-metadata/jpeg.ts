import { hasAscii, readBigEndian } from './read-bytes.ts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;

/** Walks the marker segments of a JPEG file (ITU-T T.81, annex B), scans included, to its end. */
export function* findJpegMetadata(bytes: Uint8Array): Generator<string> {
  let offset = 2;
  while (offset < bytes.length) {
    if (bytes[offset] !== 0xff) {
      yield 'unreadable data';
      return;
    }
    while (bytes[offset + 1] === 0xff) offset += 1;
    const marker = bytes[offset + 1] ?? END_OF_IMAGE;
    if (marker === END_OF_IMAGE) {
      if (offset + 2 < bytes.length) yield 'data after the end';
      return;
    }
    const length = readBigEndian(bytes, offset + 2, 2);
    if (length < 2) {
      yield 'unreadable data';
      return;
    }
    yield* nameSegment(bytes, marker, offset + 4);
    offset += 2 + length;
    if (marker === START_OF_SCAN) offset = findScanEnd(bytes, offset);
  }
}

/** Compressed data ends at a marker that is neither a stuffed zero nor a restart. */
function findScanEnd(bytes: Uint8Array, start: number): number {
  for (let offset = bytes.indexOf(0xff, start); offset !== -1;) {
    const next = bytes[offset + 1] ?? END_OF_IMAGE;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return offset;
    offset = bytes.indexOf(0xff, offset + 1);
  }
  return bytes.length;
}

/** Application segments that carry no more than the picture needs: JFIF, colour profile, Adobe's colour transform. */
const HARMLESS: ReadonlyMap<number, string> = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);

function* nameSegment(bytes: Uint8Array, marker: number, start: number): Generator<string> {
  if (marker === COMMENT) yield 'comment';
  if (marker < 0xe0 || marker > 0xef) return;
  const harmless = HARMLESS.get(marker);
  if (harmless !== undefined && hasAscii(bytes, start, harmless)) return;
  if (hasAscii(bytes, start, 'Exif\0')) yield 'EXIF';
  else if (hasAscii(bytes, start, 'http://ns.adobe.com/')) yield 'XMP';
  else if (hasAscii(bytes, start, 'Photoshop 3.0\0')) yield 'IPTC';
  else yield `APP${marker - 0xe0}`;
}
