import sharp from 'sharp';
import type { Encoded } from '../derive/encode.ts';
import type { Recipe, RecipeName } from '../derive/recipes.ts';
import type { Drawing } from './parse-drawing.ts';

/** Where a page shows a drawing large, it shows the drawing itself; elsewhere a PNG of the recipe's width. */
const AS_DRAWN: ReadonlySet<RecipeName> = new Set<RecipeName>(['lead', 'inline']);

/** Units of a drawing an inch, by which a density is counted. */
const UNITS = 72;

/** The one file that is made of a drawing. A cut would lose its edges: it is set into the size whole, on white. */
export async function encodeDrawing(
  { svg, width, height }: Drawing,
  name: RecipeName,
  recipe: Recipe,
): Promise<Encoded> {
  if (AS_DRAWN.has(name)) return { type: 'image/svg+xml', width, height, bytes: Buffer.from(svg) };
  const { crop } = recipe;
  const wide = recipe.jpeg;
  const high = Math.max(1, Math.round((wide * (crop?.height ?? height)) / (crop?.width ?? width)));
  const scale = Math.min(wide / width, high / height);
  const bytes = await sharp(Buffer.from(svg), { density: Math.max(1, UNITS * scale) })
    .resize(wide, high, { fit: 'contain', background: '#fff' })
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  return { type: 'image/png', width: wide, height: high, bytes };
}
