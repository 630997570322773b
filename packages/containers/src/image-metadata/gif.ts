import { hasAscii } from './read-bytes.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT_LABEL = 0xfe;
const APPLICATION_LABEL = 0xff;

/** Walks the blocks of a GIF file (GIF89a, appendix A) to its trailer. */
export function* findGifMetadata(bytes: Uint8Array): Generator<string> {
  let offset = 13 + colourTableBytes(bytes[10]);
  while (offset < bytes.length) {
    const block = bytes[offset];
    if (block === TRAILER) {
      if (offset + 1 < bytes.length) yield 'data after the end';
      return;
    }
    if (block === EXTENSION) {
      yield* nameExtension(bytes, offset);
      offset = skipSubBlocks(bytes, offset + 2);
    } else if (block === IMAGE) {
      offset = skipSubBlocks(bytes, offset + 11 + colourTableBytes(bytes[offset + 9]));
    } else {
      yield 'unreadable data';
      return;
    }
  }
}

function* nameExtension(bytes: Uint8Array, offset: number): Generator<string> {
  const label = bytes[offset + 1];
  if (label === COMMENT_LABEL) yield 'comment';
  if (label === APPLICATION_LABEL && hasAscii(bytes, offset + 3, 'XMP Data')) yield 'XMP';
}

/** The packed byte's low bits give the table's size, its highest whether there is one. */
function colourTableBytes(packed = 0): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let offset = start;
  for (let size = bytes[offset]; size !== undefined && size > 0; size = bytes[offset]) {
    offset += 1 + size;
  }
  return offset + 1;
}
