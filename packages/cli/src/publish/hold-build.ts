import type { MirrorTarget } from '@tamizdat/mirrors';
import { isSameButForLinks, stampTree } from '@tamizdat/tree';
import { KEPT } from '../build/kept-parts.ts';
import { loadBuild, saveBuild } from '../build/build-record.ts';
import { cacheFolder } from '../repository/folders.ts';

/**
 * Keeps what the build said of a tree true over a publication: a file that goes to a store of rclone is linked on its
 * way, which alters its stamp, and the next build would take it for a change by hand and make the page anew.
 * @returns to be called when all is sent
 */
export function holdBuild(
  tree: string,
  mirrors: readonly Pick<MirrorTarget, 'place'>[],
  state: string = cacheFolder,
): () => void {
  const isLinking = mirrors.some(({ place }) => place.kind === 'rclone');
  const before = isLinking ? loadBuild(tree, stampTree(tree, KEPT), state) : undefined;
  if (before?.changed.length !== 0) return () => undefined;
  return () => {
    const stamps = stampTree(tree, KEPT);
    const after = loadBuild(tree, stamps, state);
    // Another build may have come in between.
    if (after === undefined || after.record.inputs !== before.record.inputs) return;
    const { record, changed } = after;
    const isLinked = (path: string): boolean =>
      isSameButForLinks(record.files.get(path) ?? '', stamps.get(path) ?? '');
    if (changed.length > 0 && changed.every(isLinked))
      saveBuild(tree, { ...record, files: stamps }, state);
  };
}
