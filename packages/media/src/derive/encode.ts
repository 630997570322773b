import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { AVIF_QUALITY_MIN, SOURCE_MAX_PIXELS, WIDTH_MIN, WIDTH_STEP } from '../limits.ts';
import type { Recipe } from './recipes.ts';
import type { Size } from './sizes.ts';
import { avifWidths, sizeAt } from './sizes.ts';

export interface Encoded extends Size {
  type: 'image/avif' | 'image/jpeg';
  bytes: Buffer;
}

const AVIF_QUALITY = 50;
const AVIF_QUALITY_STEP = 6;
/** Effort 4 took eight times as long for 2 % fewer bytes at 1280 pixels. */
const AVIF_EFFORT = 3;
const JPEG_QUALITY = 72;

/**
 * Upright by its EXIF orientation, cut and scaled, on white, in sRGB. sharp writes no metadata and no
 * profile unless told to.
 */
function prepare(bytes: Buffer, size: Size): Sharp {
  return sharp(bytes, {
    limitInputPixels: SOURCE_MAX_PIXELS,
    failOn: 'truncated',
    sequentialRead: false,
  })
    .autoOrient()
    .resize(size.width, size.height, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb');
}

async function encodeAvif(source: Buffer, size: Size, quality: number): Promise<Encoded> {
  const pipeline = prepare(source, size).avif({
    quality,
    effort: AVIF_EFFORT,
    chromaSubsampling: '4:2:0',
    bitdepth: 8,
  });
  return { ...size, type: 'image/avif', bytes: await pipeline.toBuffer() };
}

export async function encodeJpeg(source: Buffer, size: Size): Promise<Encoded> {
  const pipeline = prepare(source, size).jpeg({ quality: JPEG_QUALITY, mozjpeg: true });
  return { ...size, type: 'image/jpeg', bytes: await pipeline.toBuffer() };
}

/** The best quality, then the largest width, that fits into `maxBytes`. */
async function encodeWithin(
  source: Buffer,
  full: Size,
  maxBytes: number,
  sizeOf: (width: number) => Size,
): Promise<Encoded> {
  let size = full;
  let quality = AVIF_QUALITY;
  for (;;) {
    const encoded = await encodeAvif(source, size, quality);
    if (encoded.bytes.length <= maxBytes || size.width <= WIDTH_MIN) return encoded;
    if (quality - AVIF_QUALITY_STEP >= AVIF_QUALITY_MIN) quality -= AVIF_QUALITY_STEP;
    else size = sizeOf(Math.max(WIDTH_MIN, Math.floor(size.width * WIDTH_STEP)));
  }
}

/** All files of a recipe, AVIF first by ascending width, the JPEG last. One after another: memory. */
export async function encodeRecipe(
  source: Buffer,
  sourceSize: Size,
  recipe: Recipe,
): Promise<{ avif: Encoded[]; jpeg: Encoded }> {
  const sizeOf = (width: number): Size => sizeAt(width, sourceSize, recipe);
  const avif: Encoded[] = [];
  for (const [index, width] of avifWidths(sourceSize, recipe).entries()) {
    const maxBytes = index === 0 ? (recipe.smallestMaxBytes ?? Infinity) : Infinity;
    avif.push(await encodeWithin(source, sizeOf(width), maxBytes, sizeOf));
  }
  return { avif, jpeg: await encodeJpeg(source, sizeOf(recipe.jpeg)) };
}

/** The encoders that made the bytes: other versions make others, and so may other processors. */
export function encoderVersion(): string {
  const {
    sharp: own,
    vips,
    heif,
    aom,
    mozjpeg,
  } = sharp.versions as Record<string, string | undefined>;
  const parts = {
    sharp: own,
    vips,
    heif,
    aom,
    mozjpeg,
    platform: `${process.platform}-${process.arch}`,
  };
  return JSON.stringify([
    parts,
    AVIF_QUALITY,
    AVIF_QUALITY_STEP,
    AVIF_QUALITY_MIN,
    AVIF_EFFORT,
    JPEG_QUALITY,
    WIDTH_STEP,
  ]);
}
