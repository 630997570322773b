import { stampTree, type TreeStamps } from '@tamizdat/tree';
import { type BuildRecord, loadBuild } from '../build/build-record.ts';
import { compareContent, type Stale } from './compare-content.ts';
import { describeMissing, describeStale, describeStanding } from './describe-stale.ts';
import { contentOf } from './made-of.ts';

/** What is to be said of a tree beside the content that it was made of. */
export interface Judged {
  /** In what it is older; undefined where that is not known. */
  stale: Stale | undefined;
  /** Told, and no more. */
  warning: string | undefined;
  /** For which it is neither signed nor sent. */
  fault: string | undefined;
}

/** Of a tree that nobody compares. */
export const NOT_COMPARED: Judged = { stale: undefined, warning: undefined, fault: undefined };

/**
 * Judges a tree by what its build left.
 * @param state Folder of what builds remember.
 * @param now Milliseconds since 1970.
 * @returns undefined where no build left word of what it was made of
 */
export async function judgeBuilt(
  tree: string,
  { content: madeOf, takenBack }: Pick<BuildRecord, 'content' | 'takenBack'>,
  { stamps, state, now }: { stamps: TreeStamps; state: string; now: number },
): Promise<Judged | undefined> {
  if (madeOf === undefined) return undefined;
  const content = contentOf(madeOf, state);
  const of = { tree, content };
  const stale = await compareContent(content, { madeOf, takenBack, addresses: stamps.keys() }, now);
  if (stale === undefined) return { ...NOT_COMPARED, warning: describeMissing(of) };
  return { stale, warning: describeStale(stale, of), fault: describeStanding(stale.standing, of) };
}

/**
 * Judges a tree that is to be sent.
 * @returns undefined where no build left word of it, or of another tree that stood there before
 */
export async function judgeTree(
  tree: string,
  { state, now }: { state: string; now: number },
): Promise<Judged | undefined> {
  const stamps = stampTree(tree, ['release']);
  const built = loadBuild(tree, stamps, state);
  const isOfThis = built !== undefined && built.changed.length < stamps.size;
  return isOfThis ? judgeBuilt(tree, built.record, { stamps, state, now }) : undefined;
}
