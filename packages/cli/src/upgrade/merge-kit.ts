import { type Git, GitError } from './open-git.ts';

/** What a merge gave. */
export interface Merged {
  tree: string;
  /** Files that both sides changed; the tree then holds no version of them that should be taken. */
  conflicts: string[];
}

/** The three trees of a merge, in each of which what is the outlet’s stands alike. */
export interface Sides {
  base: string;
  ours: string;
  theirs: string;
}

/**
 * Merges trees outside of the work tree. Where the outlet’s own stands alike in all three, nothing of it can be in
 * conflict, nor taken for a file that was renamed. Attributes of neither side count, and so no driver that they name.
 */
export async function mergeTrees(git: Git, { base, ours, theirs }: Sides): Promise<Merged> {
  const start = await commitTree(git, base, []);
  const sides = [await commitTree(git, ours, [start]), await commitTree(git, theirs, [start])];
  const gitFolder = (await git(['rev-parse', '--absolute-git-dir'])).trim();
  const merge = [
    ...[`--git-dir=${gitFolder}`, '--bare', ...SETTINGS.flatMap((setting) => ['-c', setting])],
    ...['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ...sides],
  ];
  const answer = await git(merge, { apart: gitFolder }).catch((error: unknown) => {
    // It ends so where there are conflicts, and says which.
    if (error instanceof GitError && error.exit === 1) return error.answer;
    throw error;
  });
  const [tree = '', ...conflicts] = answer.split('\0').filter((part) => part !== '');
  return { tree, conflicts };
}

const SETTINGS = [
  'core.attributesFile=/dev/null',
  'merge.renames=true',
  'merge.directoryRenames=false',
];

/** Makes a commit. */
export async function commitTree(
  git: Git,
  tree: string,
  parents: readonly string[],
  message = '-',
): Promise<string> {
  const after = parents.flatMap((parent) => ['-p', parent]);
  return (await git(['commit-tree', tree, ...after], { input: message })).trim();
}
