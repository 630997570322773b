import { readAscii, readBigEndian } from './read-bytes.ts';

/** Walks the chunks of a PNG file (PNG 3rd edition, 5.3) to its end. */
export function* findPngMetadata(bytes: Uint8Array): Generator<string> {
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const length = readBigEndian(bytes, offset, 4);
    const type = readAscii(bytes, offset + 4, offset + 8);
    const data = offset + 8;
    yield* nameChunk(bytes, type, data, data + length);
    offset = data + length + 4;
    if (type === 'IEND') break;
  }
  if (offset < bytes.length) yield 'data after the end';
}

/** The longest keyword a text chunk may have, in bytes (PNG 3rd edition, 11.3.3). */
const KEYWORD_BYTES = 79;

function* nameChunk(
  bytes: Uint8Array,
  type: string,
  start: number,
  end: number,
): Generator<string> {
  if (type === 'eXIf') yield 'EXIF';
  if (type === 'tIME') yield 'time of change';
  if (!/^(?:tEXt|zTXt|iTXt)$/.test(type)) return;
  const keyword =
    readAscii(bytes, start, Math.min(end, start + KEYWORD_BYTES)).split('\0')[0] ?? '';
  if (/xmp/i.test(keyword)) yield 'XMP';
  else if (/^raw profile type (?:exif|app1)$/i.test(keyword)) yield 'EXIF';
  else if (/^raw profile type (?:iptc|8bim)$/i.test(keyword)) yield 'IPTC';
  else yield 'text';
}
