import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');

/** The tree under test: `TAMIZDAT_DIST`, or what `npm run build` leaves. */
export const distFolder = path.resolve(repository, process.env['TAMIZDAT_DIST'] ?? 'dist');

/** The content it was built from. */
export const contentFolder = path.resolve(repository, process.env['TAMIZDAT_CONTENT'] ?? 'content');

/**
 * Files of the tree that match a pattern, `/`-separated, in code-unit order.
 * @throws when there is no tree: tests over an empty list would all pass
 */
export function listBuilt(pattern: string): string[] {
  if (!existsSync(distFolder)) throw new Error(`${distFolder} is missing: npm run build makes it`);
  return globSync(pattern, { cwd: distFolder }).sort();
}

export function readBuilt(file: string): string {
  return readFileSync(path.join(distFolder, file), 'utf8');
}
