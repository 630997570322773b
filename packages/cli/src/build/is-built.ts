import { buildClock } from '@tamizdat/archive';
import type { BuildOptions } from './build-options.ts';
import { digestInputs } from './build-changed.ts';
import { digestKit } from './digest-kit.ts';
import { findUnchanged } from './find-unchanged.ts';
import { openKept } from './kept-content.ts';
import { KEPT } from './kept-parts.ts';
import { loadLast } from './last-tree.ts';
import { inspectWhole } from './read-content.ts';

/**
 * Whether a build would change nothing: the tree is that of the content as it is now. Says nothing, and writes nothing.
 * Content with errors has no tree.
 */
export async function isBuilt(options: BuildOptions): Promise<boolean> {
  const kit = digestKit();
  if (findUnchanged(options, kit) !== undefined) return true;
  const index = openKept(options.content, { state: options.state, kit });
  const { problems, outlet, ...rest } = await inspectWhole(options.content, options.now, index);
  if (outlet === undefined || problems.some(({ severity }) => severity === 'error')) return false;
  const content = { ...rest, outlet, problems };
  const clock = buildClock({ ...content, fronts: content.fronts.values() }, options.now);
  const last = loadLast(options, KEPT);
  return (
    last?.record.inputs === digestInputs(options, content, clock, kit) && last.changed.length === 0
  );
}
