import sharp from 'sharp';
import { SOURCE_MAX_PIXELS } from '../limits.ts';

/** Bytes that are taken off what is coded: fewer could be those by which programs round it up. */
const JPEG_TAKEN_BYTES = 4;
const WEBP_TAKEN_BYTES = 8;

/**
 * Whether a picture is whole without the last bytes of what is coded, so that they could be anything. Only a
 * decoder knows where pixels end. Takes a JPEG or WebP file that decodes; false for other formats and for sequential JPEG, of
 * which the walk through the file knows it.
 */
export async function hasTail(bytes: Buffer, format: string): Promise<boolean> {
  if (format === 'webp') return someAsync(shortenWebp(bytes), isWhole);
  if (format !== 'jpeg') return false;
  const { isProgressive } = await open(bytes).metadata();
  const shorter = isProgressive ? shortenJpeg(bytes) : undefined;
  return shorter !== undefined && isWhole(shorter);
}

/** Of a picture that ends with its pixels the decoder says that the end is missing. */
const isWhole = async (bytes: Buffer): Promise<boolean> =>
  /^$|extraneous/.test(await complaintOf(bytes));

async function someAsync<Item>(
  items: Iterable<Item>,
  is: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (await is(item)) return true;
  return false;
}

/** Zeros before the end of the picture say nothing: some cameras fill up with them. */
function shortenJpeg(bytes: Buffer): Buffer | undefined {
  const end = bytes.length - 2;
  if (end < 0 || bytes.readUInt16BE(end) !== 0xffd9) return undefined;
  let last = end;
  while (bytes[last - 1] === 0) last -= 1;
  return Buffer.concat([bytes.subarray(0, last - JPEG_TAKEN_BYTES), bytes.subarray(end)]);
}

/** Without the last bytes of each chunk that holds pixels or their transparency (RFC 9649, 2.5 to 2.7). */
function* shortenWebp(bytes: Buffer): Generator<Buffer> {
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    const left = length - WEBP_TAKEN_BYTES;
    if (left > 0 && /^(?:VP8[ L]|ALPH)$/.test(bytes.toString('latin1', at, at + 4))) {
      const taken = bytes.subarray(at, at + 8 + left);
      const made = Buffer.concat([
        bytes.subarray(0, at),
        taken,
        Buffer.alloc(left % 2),
        bytes.subarray(next),
      ]);
      made.writeUInt32LE(left, at + 4);
      made.writeUInt32LE(made.length - 8, 4);
      yield made;
    }
    at = next;
  }
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
