import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compareStates, type TreeState } from '../../pipeline/workplace/tree-state.ts';

/** How two states of a tree differ. */
export interface TreeDifference {
  /** Files that are new, have other bytes, or are gone. */
  files: number;
  /** Of those that are new or have other bytes: what a mirror must fetch. */
  bytes: number;
  /** The same with texts gzipped, as most hosts send them. */
  gzipped: number;
}

/** @param tree The folder as it is after. */
export function measureDifference(
  tree: string,
  before: TreeState,
  after: TreeState,
): TreeDifference {
  const { added, changed, removed } = compareStates(before, after);
  const fetched = [...added, ...changed].map((file) => path.join(tree, file));
  const sum = (weigh: (file: string) => number): number =>
    fetched.reduce((total, file) => total + weigh(file), 0);
  return {
    files: fetched.length + removed.length,
    bytes: sum((file) => statSync(file).size),
    gzipped: sum((file) =>
      /\.(?:html|xml|json|js|css|txt)$/.test(file)
        ? gzipSync(readFileSync(file)).length
        : statSync(file).size,
    ),
  };
}
