import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '@tamizdat/article-schema';
import { UsageError } from '../frame/usage-error.ts';

/**
 * The problems of the named files and folders; all where none is named. Paths are taken from the
 * working folder. Throws UsageError for one that does not exist or is not of the content folder.
 */
export function selectProblems(
  problems: readonly Problem[],
  paths: readonly string[],
  root: string,
): readonly Problem[] {
  if (paths.length === 0) return problems;
  const wanted = paths.map((given) => inContent(given, root));
  return problems.filter(({ file }) =>
    wanted.some((name) => file === name || file.startsWith(`${name}/`)),
  );
}

/** A path as problems name files: relative to the folder that holds the content folder, NFC. */
function inContent(given: string, root: string): string {
  const absolute = path.resolve(given);
  if (!existsSync(absolute)) throw new UsageError(`There is no file or folder “${given}”.`);
  const inside = path.relative(root, absolute);
  if (inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)) {
    throw new UsageError(`“${given}” is not in the content folder. Name another with --content.`);
  }
  return path.relative(path.dirname(root), absolute).split(path.sep).join('/').normalize('NFC');
}
