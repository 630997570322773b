import path from 'node:path';
import type { ParsedArgs } from 'citty';
import { releaseState } from '../release/find-outlet.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultTree } from '../repository/folders.ts';

/** What every command about the branch of releases takes. */
export const args = {
  remote: {
    type: 'string',
    description: 'Name of a remote of this repository, or the address of another',
    valueHint: 'remote',
    default: 'origin',
  },
  branch: {
    type: 'string',
    description: 'Branch that holds the newest release and its history',
    valueHint: 'name',
    default: 'site-state',
  },
  content: contentArgument,
} as const;

export const treeArgument = {
  type: 'string',
  description: 'Folder of the released tree; dist where absent',
  valueHint: 'folder',
} as const;

export const readTree = (tree: string | undefined): string =>
  tree === undefined ? defaultTree : path.resolve(tree);

/** Where the branch is kept between fetching and keeping, beside what it holds. */
export const repositoryOf = (content: string | undefined): string =>
  path.join(releaseState(content), '../state.git');

export type Options = ParsedArgs<typeof args>;
