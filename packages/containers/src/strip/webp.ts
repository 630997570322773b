const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

/** Chunks that the picture needs to look as it does (RFC 9649, 2.5 to 2.7); EXIF, XMP and unknown ones are none. */
const SHOWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP']);

/** Bits of the first byte of “VP8X” (RFC 9649, 2.7) that say EXIF or XMP follows. */
const METADATA_BITS = 0x0c;

/**
 * A WebP file without what it says besides the picture, and without what stands behind its end. Undefined where it is
 * cut off, or a moving picture, which would lose its frames.
 */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  const isWebp = /^RIFF[^]{4}WEBP$/.test(bytes.toString('latin1', 0, HEADER_BYTES));
  const end = isWebp ? bytes.readUInt32LE(4) + CHUNK_HEADER_BYTES : Infinity;
  if (end > bytes.length) return undefined;
  const kept = [bytes.subarray(0, HEADER_BYTES)];
  let offset = HEADER_BYTES;
  while (offset + CHUNK_HEADER_BYTES <= end) {
    const type = bytes.toString('latin1', offset, offset + 4);
    const length = bytes.readUInt32LE(offset + 4);
    const next = offset + CHUNK_HEADER_BYTES + length + (length % 2);
    if (next > end || type === 'ANIM' || type === 'ANMF') return undefined;
    if (SHOWN.has(type)) kept.push(bytes.subarray(offset, next));
    offset = next;
  }
  return offset === end ? closed(Buffer.concat(kept)) : undefined;
}

/** The file with its own length, and without the bits that announce metadata. */
function closed(stripped: Buffer): Buffer {
  stripped.writeUInt32LE(stripped.length - CHUNK_HEADER_BYTES, 4);
  const flags = HEADER_BYTES + CHUNK_HEADER_BYTES;
  const isExtended = stripped.toString('latin1', HEADER_BYTES, HEADER_BYTES + 4) === 'VP8X';
  if (isExtended && flags < stripped.length) {
    stripped.writeUInt8((stripped[flags] ?? 0) & ~METADATA_BITS, flags);
  }
  return stripped;
}
