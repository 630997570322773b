import { ErrorInBoth, type InBoth } from '@tamizdat/problem';
import type { Encoded } from '../derive/encode.ts';
import type { Recipe, RecipeName } from '../derive/recipes.ts';
import { RECIPES } from '../derive/recipes.ts';
import { DRAWING_CPU_MS, DRAWING_MAX_SIDE, DRAWING_TRIAL_CPU_MS } from '../limits.ts';
import type { DrawJob, Drawn } from './draw-png.ts';
import { draw } from './drawer.ts';
import type { Drawing } from './parse-drawing.ts';

/** Where a page shows a drawing large, it shows the drawing itself; elsewhere a PNG of the recipe's width. */
const AS_DRAWN: ReadonlySet<RecipeName> = new Set<RecipeName>(['lead', 'inline']);

/** Units of a drawing an inch, by which a density is counted. */
const UNITS = 72;

/** Pixels across of the largest PNG that is made of a drawing. */
const WIDEST = Math.max(...Object.values(RECIPES).map(({ jpeg }) => jpeg));

/** A drawing that was allowed and cannot be drawn; the message says why, in a sentence. */
export class DrawingError extends ErrorInBoth {
  override name = 'DrawingError';
}

/** The one file that is made of a drawing. Throws DrawingError. */
export async function encodeDrawing(
  drawing: Drawing,
  name: RecipeName,
  recipe: Recipe,
): Promise<Encoded> {
  const { svg, width, height } = drawing;
  if (AS_DRAWN.has(name)) return { type: 'image/svg+xml', width, height, bytes: Buffer.from(svg) };
  const job = { ...frameOf(drawing, recipe.jpeg, recipe.crop), cpuMs: DRAWING_CPU_MS };
  const drawn = await draw(job);
  if ('failed' in drawn) throw new DrawingError(REASONS[drawn.failed]);
  return { type: 'image/png', width: job.wide, height: job.high, bytes: Buffer.from(drawn.png) };
}

/**
 * Draws a drawing once, larger than any build does, and throws the picture away. Gives why it cannot be drawn in the
 * time that it has; undefined where it can.
 */
export async function tryDrawing(drawing: Drawing): Promise<InBoth | undefined> {
  const frame = frameOf(drawing, WIDEST, undefined);
  const drawn = await draw({ ...frame, cpuMs: DRAWING_TRIAL_CPU_MS, trial: true });
  return 'failed' in drawn ? REASONS[drawn.failed] : undefined;
}

function frameOf(
  { svg, width, height }: Drawing,
  wide: number,
  crop: Recipe['crop'],
): Omit<DrawJob, 'cpuMs'> {
  const full = Math.round((wide * (crop?.height ?? height)) / (crop?.width ?? width));
  // What is tall and thin would become a picture of gigabytes.
  const high = Math.min(DRAWING_MAX_SIDE, Math.max(1, full));
  const scale = Math.min(wide / width, high / height);
  return { svg, wide, high, density: Math.max(1, UNITS * scale) };
}

const REASONS: Record<Extract<Drawn, { failed: string }>['failed'], InBoth> = {
  costly: {
    en: `Drawing it takes more than ${DRAWING_TRIAL_CPU_MS / 1_000} seconds, and longer on a phone: simplify its paths (Inkscape has a command for it) and lay fewer shapes over one another, or export it as PNG.`,
    ru: `Нарисовать его занимает больше ${DRAWING_TRIAL_CPU_MS / 1_000} секунд, а на телефоне ещё дольше: упростите контуры (в Inkscape: «Упростить»), накладывайте меньше фигур друг на друга или сохраните его как PNG.`,
  },
  damaged: {
    en: 'It cannot be drawn: export it again, or as PNG.',
    ru: 'Его не удаётся нарисовать: сохраните его заново или как PNG.',
  },
};
