import { readFile } from 'node:fs/promises';
import { findFile } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import { contentFolder } from '../../settings.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

/**
 * The outlet's mark as safe SVG, or undefined where it has none.
 * @throws Error naming the file when it cannot be read or made safe.
 */
export async function loadMark({ mark }: Pick<Outlet, 'mark'>): Promise<string | undefined> {
  if (mark === undefined) return undefined;
  const file = await findFile(contentFolder, '', mark);
  if (file === undefined) throw new Error(`the outlet's mark, ${mark}, is not beside outlet.yaml`);
  try {
    return sanitiseSvg(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${mark}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
