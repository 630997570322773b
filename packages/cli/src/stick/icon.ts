import { findFile } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import { drawIcon, readDrawing } from '@tamizdat/media';
import { ACCENT } from './limits.ts';

/** Ground of the icon. */
const PAPER = '#fffefb';

/** The outlet’s mark as a square PNG, or where it has none a page with lines in its colour. @param size Pixels */
export async function drawOutletIcon(
  content: string,
  { mark, accent }: Pick<Outlet, 'mark' | 'accent'>,
  size: number,
): Promise<Buffer> {
  const file = mark === undefined ? undefined : await findFile(content, '', mark);
  const svg = file === undefined ? undefined : (await readDrawing(file)).svg;
  return drawIcon(svg ?? pageSvg(accent?.light ?? ACCENT.light), size, PAPER);
}

/** A page with lines: without letters, because fonts differ from machine to machine. */
const pageSvg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${colour}" d="M8 4h48v56H8z"/><path stroke="${PAPER}" stroke-width="4" d="M16 16h32M16 28h32M16 38h32M16 48h20"/></svg>`;
