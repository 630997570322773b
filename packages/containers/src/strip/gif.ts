const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
const SCREEN_BYTES = 13;

/** Length in bytes of the colour table that the packed field of a descriptor announces (GIF89a, 18 and 20). */
const tableBytes = (packed: number): number =>
  (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);

/**
 * A GIF file without what it says besides the picture: comments, texts, extensions of programs but the colour profile’s,
 * and what stands behind its end (GIF89a, 23 to 27). Undefined where it is cut off, or moves.
 */
export function stripGif(bytes: Buffer): Buffer | undefined {
  if (!/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return undefined;
  let offset = SCREEN_BYTES + tableBytes(bytes[SCREEN_BYTES - 3] ?? 0);
  const kept = [bytes.subarray(0, offset)];
  let images = 0;
  while (offset < bytes.length) {
    const kind = bytes[offset];
    if (kind === TRAILER) return Buffer.concat([...kept, bytes.subarray(offset, offset + 1)]);
    if (kind === IMAGE) images += 1;
    if ((kind !== IMAGE && kind !== EXTENSION) || images > 1) return undefined;
    // Of a picture: its descriptor, colour table and code size; of an extension: its label.
    const head = kind === IMAGE ? 11 + tableBytes(bytes[offset + 9] ?? 0) : 2;
    const end = endOfBlocks(bytes, offset + head);
    const block = bytes.subarray(offset, end);
    if (kind === IMAGE || isShown(block)) kept.push(block);
    offset = end;
  }
  return undefined;
}

/** Behind the sub-blocks that begin here, the last of which is empty. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

const isShown = (block: Buffer): boolean =>
  block[1] === GRAPHIC_CONTROL ||
  (block[1] === APPLICATION && block.toString('latin1', 3, 14) === 'ICCRGBG1012');
