import { stripAvif, stripGif, stripJpeg, stripPng, stripWebp } from '@tamizdat/containers';
import sharp from 'sharp';
import { SOURCE_MAX_PIXELS } from '../limits.ts';

/** A picture that says nothing besides itself. */
export interface StrippedImage {
  bytes: Buffer;
  /** Whether it had to be turned upright, which encodes it anew: EXIF alone said which way is up. */
  turned: boolean;
}

/** Each knows one format, and refuses others by their first bytes. */
const STRIPPERS = [stripJpeg, stripPng, stripWebp, stripAvif, stripGif];

/** Quality of a turned JPEG, with full colour: what is lost cannot be seen. */
const TURNED_QUALITY = 95;

/**
 * Takes out of a JPEG, PNG, WebP, AVIF or GIF file what it says besides the picture. Pixels stay what they are, proved
 * by decoding both; a JPEG that lies on its side is turned. Undefined where that cannot be done. Never
 * throws for what the bytes hold.
 */
export async function stripImage(bytes: Buffer): Promise<StrippedImage | undefined> {
  try {
    const { orientation = 1, format } = await open(bytes).metadata();
    if (orientation !== 1) return format === 'jpeg' ? await turn(bytes) : undefined;
    const stripped = STRIPPERS.map((strip) => strip(bytes)).find((one) => one !== undefined);
    if (stripped === undefined || !(await isSamePicture(bytes, stripped))) return undefined;
    return { bytes: stripped, turned: false };
  } catch {
    return undefined;
  }
}

const open = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: SOURCE_MAX_PIXELS, failOn: 'error' });

async function turn(bytes: Buffer): Promise<StrippedImage> {
  const image = open(bytes).autoOrient().keepIccProfile();
  const encoded = await image
    .jpeg({ quality: TURNED_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { bytes: encoded, turned: true };
}

async function isSamePicture(a: Buffer, b: Buffer): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((bytes) => open(bytes).raw().toBuffer()));
  return one !== undefined && other !== undefined && one.equals(other);
}
