import { loadContent } from '@tamizdat/archive';
import { STAGING_FOLDER, stampTree, type TreeStamps } from '@tamizdat/tree';
import { loadBuild } from '../build/build-record.ts';
import type { DescribedBuild } from '../build/describe-build.ts';
import { findFaults, PREVIEW, UNFINISHED } from './find-faults.ts';
import { contentFolder, describeContent } from './find-outlet.ts';

/** A tree that was looked at before it is signed. */
export interface ExaminedTree {
  build: DescribedBuild;
  /** Everything for which it must not be signed, in words. */
  faults: string[];
  stamps: TreeStamps;
  /** Milliseconds since 1970 at which the stamps were taken. */
  moment: number;
  /** Paths in which the tree is not as its build left it; undefined where no build left word. */
  altered: string[] | undefined;
}

/**
 * Looks at a tree: at what its build said, where it is as the build left it; otherwise at every file, and at the
 * content for what the build would have said.
 * @param now Milliseconds since 1970: what the content is read for.
 */
export async function examineTree(
  tree: string,
  content: string | undefined,
  { now, full }: { now: number; full: boolean },
): Promise<ExaminedTree> {
  const moment = Date.now();
  const stamps = stampTree(tree, ['release']);
  const { record, changed: altered } = loadBuild(tree, stamps) ?? {};
  const isAsBuilt = altered?.length === 0;
  const build =
    record && isAsBuilt ? record : describeContent(await loadContent(contentFolder(content)), now);
  const faults = [
    ...(record?.preview ? [PREVIEW] : []),
    ...([...stamps.keys()].some((path) => path.startsWith(`${STAGING_FOLDER}/`))
      ? [UNFINISHED]
      : []),
    ...(isAsBuilt && !full ? [] : await findFaults(tree, build.origin)),
  ];
  return { build, faults, stamps, moment, altered };
}
