import { STAGING_FOLDER, stampTree, type TreeStamps } from '@tamizdat/tree';
import { loadBuild } from '../build/build-record.ts';
import type { DescribedBuild } from '../build/describe-build.ts';
import { cacheFolder } from '../repository/folders.ts';
import { judgeBuilt, type Judged, NOT_COMPARED } from '../stale/judge-stale.ts';
import { judgeUnbuilt } from '../stale/judge-unbuilt.ts';
import { findFaults, PREVIEW, UNFINISHED } from './find-faults.ts';
import { contentFolder } from './find-outlet.ts';

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

/** How a tree is looked at. */
interface Examination {
  /** Milliseconds since 1970: what the content is read for. */
  now: number;
  full: boolean;
  /** Whether the tree is not compared with its content. */
  withoutContent: boolean;
}

/**
 * Looks at a tree: at what its build said, where it is as the build left it; otherwise at every file, and at the
 * content for what the build would have said. What the content says now is compared with what it was built of.
 */
export async function examineTree(
  tree: string,
  content: string | undefined,
  { now, full, withoutContent }: Examination,
): Promise<ExaminedTree & { judged: Judged }> {
  const moment = Date.now();
  const stamps = stampTree(tree, ['release']);
  const { record, changed: altered } = loadBuild(tree, stamps) ?? {};
  const isAsBuilt = altered?.length === 0;
  const { build, left } =
    record && isAsBuilt
      ? { build: record, left: [] }
      : await (await import('./describe-now.ts')).describeNow(content, now);
  const judged = withoutContent
    ? NOT_COMPARED
    : ((record && altered && altered.length < stamps.size
        ? await judgeBuilt(tree, record, { stamps, state: cacheFolder, now })
        : undefined) ?? judgeUnbuilt({ tree, content: contentFolder(content) }, build.takenBack));
  const faults = [
    ...(judged.fault === undefined ? [] : [judged.fault]),
    ...(record?.preview ? [PREVIEW] : []),
    ...([...stamps.keys()].some((path) => path.startsWith(`${STAGING_FOLDER}/`))
      ? [UNFINISHED]
      : []),
    ...left,
    ...(isAsBuilt && !full ? [] : await findFaults(tree, build.origin)),
  ];
  return { build, faults, stamps, moment, altered, judged };
}
