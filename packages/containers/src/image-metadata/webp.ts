import { readAscii, readLittleEndian32 } from './read-bytes.ts';

/** Walks the RIFF chunks of a WebP file (RFC 9649, 2.7) to its end. */
export function* findWebpMetadata(bytes: Uint8Array): Generator<string> {
  const end = 8 + readLittleEndian32(bytes, 4);
  if (end < bytes.length) yield 'data after the end';
  for (let offset = 12; offset + 8 <= Math.min(end, bytes.length);) {
    const type = readAscii(bytes, offset, offset + 4);
    if (type === 'EXIF') yield 'EXIF';
    else if (type === 'XMP ') yield 'XMP';
    else if (!PICTURE_CHUNKS.has(type)) yield `chunk ${JSON.stringify(type)}`;
    const length = readLittleEndian32(bytes, offset + 4);
    offset += 8 + length + (length % 2);
  }
}

const PICTURE_CHUNKS: ReadonlySet<string> = new Set([
  'VP8 ',
  'VP8L',
  'VP8X',
  'ALPH',
  'ANIM',
  'ANMF',
  'ICCP',
]);
