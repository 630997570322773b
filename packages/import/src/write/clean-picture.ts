import { SOURCE_MAX_PIXELS, stripImage } from '@tamizdat/media';
import sharp from 'sharp';

/** A picture that may lie in the content: without a word besides itself. */
export interface CleanPicture {
  bytes: Buffer;
  /** As its format is written: `jpg`. */
  extension: string;
  /** What had to be done beyond taking metadata out. */
  note?: 'pictures written anew' | 'moving pictures, now still';
}

const QUALITY = 92;

/**
 * Makes of a file of uploads a picture that says nothing besides itself; undefined where no decoder reads it. What only
 * a lenient decoder reads, or a format that browsers do not show, is written anew; of a moving picture the first frame.
 */
export async function cleanPicture(bytes: Buffer): Promise<CleanPicture | undefined> {
  const kept = await stripImage(bytes);
  if (kept !== undefined) return withExtension(kept.bytes);
  try {
    const image = sharp(bytes, { limitInputPixels: SOURCE_MAX_PIXELS, failOn: 'none', pages: 1 });
    const { pages = 1, hasAlpha } = await image.metadata();
    const still = image.autoOrient();
    const drawn = await (hasAlpha ? still.png() : still.jpeg({ quality: QUALITY })).toBuffer();
    const stripped = await stripImage(drawn);
    const made = stripped && (await withExtension(stripped.bytes));
    return (
      made && { ...made, note: pages > 1 ? 'moving pictures, now still' : 'pictures written anew' }
    );
  } catch {
    return undefined;
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  heif: 'avif',
  avif: 'avif',
};

async function withExtension(bytes: Buffer): Promise<CleanPicture | undefined> {
  const { format } = await sharp(bytes).metadata();
  const extension = EXTENSIONS[format];
  return extension === undefined ? undefined : { bytes, extension };
}
