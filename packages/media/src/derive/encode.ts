import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { AVIF_QUALITY_MIN, SOURCE_MAX_PIXELS, WIDTH_MIN } from '../limits.ts';
import type { Recipe } from './recipes.ts';
import type { Size } from './sizes.ts';
import { avifWidths, sizeAt } from './sizes.ts';

export interface Encoded extends Size {
  type: 'image/avif' | 'image/jpeg' | 'image/png' | 'image/svg+xml';
  bytes: Buffer;
}

const AVIF_QUALITY = 50;
/** Closer than this the search for a quality does not go: nobody sees the difference. */
const AVIF_QUALITY_STEP = 3;
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
    failOn: 'error',
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

/** The best quality between AVIF_QUALITY_MIN, which fits, and AVIF_QUALITY, which does not. */
async function encodeBestFitting(
  source: Buffer,
  fits: Encoded,
  maxBytes: number,
): Promise<Encoded> {
  let best = fits;
  let low = AVIF_QUALITY_MIN;
  let high = AVIF_QUALITY;
  while (high - low > AVIF_QUALITY_STEP) {
    const quality = Math.floor((low + high) / 2);
    const encoded = await encodeAvif(source, { width: fits.width, height: fits.height }, quality);
    if (encoded.bytes.length > maxBytes) {
      high = quality;
    } else {
      low = quality;
      best = encoded;
    }
  }
  return best;
}

/** The largest width, and then the best quality, that fits into `maxBytes`. */
async function encodeWithin(
  source: Buffer,
  full: Size,
  maxBytes: number,
  sizeOf: (width: number) => Size,
): Promise<Encoded> {
  const best = await encodeAvif(source, full, AVIF_QUALITY);
  if (best.bytes.length <= maxBytes) return best;
  let encoded = await encodeAvif(source, full, AVIF_QUALITY_MIN);
  if (encoded.bytes.length <= maxBytes) return encodeBestFitting(source, encoded, maxBytes);
  while (encoded.bytes.length > maxBytes && encoded.width > WIDTH_MIN) {
    // Bytes go with the area; the next width is a little below what would just fit.
    const factor = Math.min(0.95, 0.95 * Math.sqrt(maxBytes / encoded.bytes.length));
    const width = Math.max(WIDTH_MIN, Math.floor(encoded.width * factor));
    encoded = await encodeAvif(source, sizeOf(width), AVIF_QUALITY_MIN);
  }
  return encoded;
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

/** Counts up when this file changes so that other bytes come out. */
const ENCODING = 1;

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
  return JSON.stringify([ENCODING, parts]);
}
