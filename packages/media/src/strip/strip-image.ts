import { inspectContainer, stripContainer } from '@tamizdat/containers';
import sharp from 'sharp';
import { SOURCE_MAX_PIXELS } from '../limits.ts';
import { hasTail } from './scan-tail.ts';

/** A picture that says nothing besides itself. */
export interface StrippedImage {
  bytes: Buffer;
  /** Whether it had to be turned upright, which encodes it anew: EXIF alone said which way is up. */
  turned: boolean;
  /** Whether it had to be encoded anew for another reason: its coded pixels themselves hold more than is shown. */
  anew: boolean;
}

/** Quality of a picture that is encoded anew and was encoded with losses, with full colour: what is lost cannot be seen. */
const ANEW_QUALITY = 95;

/**
 * Takes out of a JPEG, PNG, WebP, AVIF or GIF file what it says besides the picture. Pixels stay what they are, proved
 * by decoding both; a picture that lies on its side is turned, and
 * one that holds pixels or bytes which are not shown is encoded anew. Undefined where that cannot be done. Never
 * throws for what the bytes hold.
 */
export async function stripImage(bytes: Buffer): Promise<StrippedImage | undefined> {
  try {
    // Of a moving picture only the first frame would be compared.
    if (inspectContainer(bytes)?.animated !== false) return undefined;
    const { orientation = 1, format } = await open(bytes).metadata();
    const turned = orientation !== 1;
    const clean = stripContainer(bytes);
    const anew = !turned && (clean === undefined || (await hasTail(clean, format)));
    const shown = turned || anew ? await encode(bytes, format) : bytes;
    const stripped = shown && stripContainer(shown);
    if (stripped === undefined || !(await isSamePicture(shown ?? bytes, stripped)))
      return undefined;
    return { bytes: stripped, turned, anew };
  } catch {
    return undefined;
  }
}

const open = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: SOURCE_MAX_PIXELS, failOn: 'error' });

/** What is shown of a picture, upright; undefined for GIF, whose colours would change. */
async function encode(bytes: Buffer, format: string): Promise<Buffer | undefined> {
  const image = open(bytes).autoOrient().keepIccProfile();
  if (format === 'png') return image.png().toBuffer();
  if (format === 'webp') {
    // The coding of what is lossless has a name of its own (RFC 9649, 2.6).
    const isLossless = bytes.includes('VP8L', 0, 'latin1');
    return image.webp(isLossless ? { lossless: true } : { quality: ANEW_QUALITY }).toBuffer();
  }
  // What libvips calls AVIF.
  if (format === 'heif') return image.avif({ lossless: true }).toBuffer();
  if (format !== 'jpeg') return undefined;
  return image.jpeg({ quality: ANEW_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

async function isSamePicture(a: Buffer, b: Buffer): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((bytes) => open(bytes).raw().toBuffer()));
  return one !== undefined && other !== undefined && one.equals(other);
}
