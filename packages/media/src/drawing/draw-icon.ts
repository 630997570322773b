import sharp from 'sharp';

/**
 * A drawing as a square PNG. Deterministic on one platform: no text, no metadata.
 * @param svg Judged: see `readDrawing`.
 * @param size Pixels
 * @param ground Colour behind it; nothing where absent.
 */
export async function drawIcon(svg: string, size: number, ground?: string): Promise<Buffer> {
  const drawn = sharp(Buffer.from(svg), { density: 72 * Math.ceil(size / 64) }).resize(size, size, {
    fit: 'contain',
    background: '#0000',
  });
  const grounded = ground === undefined ? drawn : drawn.flatten({ background: ground });
  return grounded.png({ compressionLevel: 9 }).toBuffer();
}
