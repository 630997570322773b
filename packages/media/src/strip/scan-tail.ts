import sharp from 'sharp';
import { SOURCE_MAX_PIXELS } from '../limits.ts';

/** Bytes that are taken off what is coded: fewer could be those by which programs round it up. */
const JPEG_TAKEN_BYTES = 4;
const WEBP_TAKEN_BYTES = 8;
/** Pixels of a JPEG’s shorter side from which the decoder says that a scan ended early. */
const TOLD_FROM = 64;

/**
 * Whether a picture is whole without the last bytes of what is coded, so that they could be anything. Only a
 * decoder knows where pixels end. Takes a JPEG or WebP file that decodes; false for other formats, of which the walk through
 * the container knows it, and for small JPEG pictures.
 */
export async function hasTail(bytes: Buffer, format: string): Promise<boolean> {
  const shorter = format === 'jpeg' ? shortenJpeg(bytes) : format === 'webp' && shortenWebp(bytes);
  if (!shorter) return false;
  const { width, height } = await open(bytes).metadata();
  if (format === 'jpeg' && Math.min(width, height) < TOLD_FROM) return false;
  // Of a picture that ends with its pixels it says that the end is missing.
  return /^$|extraneous/.test(await complaintOf(shorter));
}

/** Zeros before the end of the picture say nothing: some cameras fill up with them. */
function shortenJpeg(bytes: Buffer): Buffer | undefined {
  const end = bytes.length - 2;
  if (end < 0 || bytes.readUInt16BE(end) !== 0xffd9) return undefined;
  let last = end;
  while (bytes[last - 1] === 0) last -= 1;
  return Buffer.concat([bytes.subarray(0, last - JPEG_TAKEN_BYTES), bytes.subarray(end)]);
}

/** Without the last bytes of the chunk that holds the pixels of a still picture (RFC 9649, 2.5 and 2.6). */
function shortenWebp(bytes: Buffer): Buffer | undefined {
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const left = length - WEBP_TAKEN_BYTES;
    if (left > 0 && /^VP8[ L]$/.test(bytes.toString('latin1', at, at + 4))) {
      const made = Buffer.concat([bytes.subarray(0, at + 8 + left), Buffer.alloc(left % 2)]);
      made.writeUInt32LE(left, at + 4);
      made.writeUInt32LE(made.length - 8, 4);
      return made;
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}

const open = (bytes: Buffer) =>
  sharp(bytes, {
    limitInputPixels: SOURCE_MAX_PIXELS,
    failOn: 'warning',
    sequentialRead: false,
  });

/** What the decoder has to say against a picture. */
async function complaintOf(bytes: Buffer): Promise<string> {
  try {
    // In grey, which takes a third of the memory; a smaller size would leave the last rows unread.
    await open(bytes).toColourspace('b-w').raw().toBuffer();
    return '';
  } catch (error) {
    return String(error);
  }
}
