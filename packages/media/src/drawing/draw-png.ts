import sharp from 'sharp';

/** A drawing that was read by the allow-list, and the frame that it is set into whole, in pixels. */
export interface DrawJob {
  svg: string;
  wide: number;
  high: number;
  /** Pixels an inch, at which the drawing fills the frame. */
  density: number;
  /** CPU time that drawing may take, in milliseconds. */
  cpuMs: number;
  /** Only whether it can be drawn in that time. */
  trial?: boolean;
}

/** What came of it: a PNG (empty after a trial), or why there is none. */
export type Drawn = { png: Uint8Array } | { failed: 'costly' | 'damaged' };

/** Draws on white. A cut would lose a drawing's edges: it is set into the size whole. Throws what libvips reports. */
export async function drawPng({ svg, wide, high, density, trial }: DrawJob): Promise<Uint8Array> {
  const drawn = sharp(Buffer.from(svg), { density });
  if (trial === true) {
    await drawn.raw().toBuffer();
    return new Uint8Array();
  }
  return drawn
    .resize(wide, high, { fit: 'contain', background: '#fff' })
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
