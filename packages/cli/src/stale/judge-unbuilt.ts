import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DescribedBuild } from '../build/describe-build.ts';
import type { Standing } from './compare-content.ts';
import { describeStanding, describeUnknown } from './describe-stale.ts';
import { type Judged, NOT_COMPARED } from './judge-stale.ts';

/**
 * Judges a tree of which no build left word: whether it is older is not known, but that it shows in full what the
 * content takes back can be seen.
 * @param takenBack As the content says it now.
 */
export function judgeUnbuilt(
  of: { tree: string; content: string },
  takenBack: DescribedBuild['takenBack'],
): Judged {
  const standing = Object.entries(takenBack)
    .filter(([address]) => isShownInFull(path.join(of.tree, address)))
    .map(([address, became]): Standing => ({ address, became }));
  return {
    ...NOT_COMPARED,
    warning: describeUnknown(of.tree),
    fault: describeStanding(standing, of),
  };
}

/** What stands where an article was is kept from search engines, and an article is not. */
const isShownInFull = (page: string): boolean =>
  existsSync(page) && !/<meta name="?robots"? content="?noindex/.test(readFileSync(page, 'utf8'));
