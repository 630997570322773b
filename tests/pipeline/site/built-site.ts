import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sample } from '../../outlets/built-outlets.ts';

/** The tree under test, and the content it was built from. */
export const { tree: distFolder, content: contentFolder } = sample;

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
