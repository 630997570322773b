import { isArticleAddress } from '@tamizdat/archive/addresses';
import type { FileChange } from '@tamizdat/release';
import type { DescribedBuild } from '../build/describe-build.ts';

type TakenBack = DescribedBuild['takenBack'];

/**
 * Says what a release takes down: pages on which an article stood that was withdrawn or removed since, pages of
 * articles that are gone, and with any of them every other file that is gone, since its pictures, its part of the
 * search index and the like are among these.
 * @param before What was taken back when something was signed last; nothing where that is not known.
 */
export function listRemoved(
  changes: readonly FileChange[],
  takenBack: TakenBack,
  before: TakenBack = {},
): string[] {
  const isNew = (path: string): boolean => path in takenBack && before[path] !== takenBack[path];
  const published = changes.filter((change) => change.before !== undefined);
  const gone = published.filter(({ after }) => after === undefined).map(({ path }) => path);
  const pages = published.filter(({ after }) => after !== undefined).map(({ path }) => path);
  const down = pages.filter(isNew);
  return down.length > 0 || gone.some(isArticleAddress) ? [...down, ...gone].sort() : [];
}
