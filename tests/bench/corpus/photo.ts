import sharp from 'sharp';
import type { Random } from './random.ts';

/** Coarse patches that are blurred up to a photograph's size, so that a file weighs what a photo does. */
const PATCHES = { width: 60, height: 40 };

/** A JPEG of 1200 × 800 pixels without metadata; every one is another. */
export async function buildPhoto(random: Random): Promise<Buffer> {
  const pixels = Uint8Array.from({ length: PATCHES.width * PATCHES.height * 3 }, () =>
    random.between(0, 255),
  );
  return sharp(pixels, { raw: { ...PATCHES, channels: 3 } })
    .resize(1200, 800)
    .jpeg({ quality: 80 })
    .toBuffer();
}
