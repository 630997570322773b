import type { ContentWalk } from '@tamizdat/archive/unchanged';
import { announce } from './announce.ts';
import type { BuildOptions } from './build-options.ts';
import { digestKit } from './digest-kit.ts';
import { findUnchanged } from './find-unchanged.ts';
import { nothingChanged, READING, tellWarnings } from './told.ts';

export { digestKit } from './digest-kit.ts';
export { forgetRemembered } from './remembered.ts';

/** What a build did. */
export interface BuildSummary {
  /** Pages, feeds and other files that were rendered, whether or not their bytes changed; pictures and search are not counted. */
  rendered: number;
  /** Files of the tree. */
  written: number;
  deleted: number;
}

/**
 * Makes the tree that of the content now. Where stamps tell that it is, nothing else is loaded: neither what was kept of the
 * content nor the modules that read it. Tells on standard error what it does and what is wrong.
 * @returns undefined where the tree is not that of the content now, but the last good one.
 */
export async function buildOutlet(options: BuildOptions): Promise<BuildSummary | undefined> {
  const kit = digestKit();
  let listed: ContentWalk | undefined;
  const tellWalk = (walk: ContentWalk): void => void (listed = walk);
  const unchanged = options.force ? undefined : findUnchanged(options, kit, tellWalk);
  if (unchanged === undefined) {
    const { buildChanged } = await import('./build-changed.ts');
    return buildChanged(options, kit, listed);
  }
  for (const line of [READING, ...tellWarnings(unchanged.warnings)]) announce(line);
  announce(nothingChanged(unchanged.clock));
  return { rendered: 0, written: 0, deleted: 0 };
}
