import { existsSync, readdirSync } from 'node:fs';
import { defineCommand } from 'citty';
import { releaseState } from '../release/find-outlet.ts';
import { args, readTree, repositoryOf, treeArgument } from './arguments.ts';
import { fetchKept, isKept, restorePart, type StateBranch } from './state-branch.ts';

export default defineCommand({
  meta: {
    name: 'fetch',
    description:
      'Fetch the newest release and its history from the branch on which “state keep” put them, into folders that are empty. Exit codes: 0 fetched, 1 failed, 2 usage.',
  },
  args: {
    ...args,
    tree: treeArgument,
    'without-tree': {
      type: 'boolean',
      description: 'The history alone: a build makes the tree',
      default: false,
    },
    first: {
      type: 'boolean',
      description: 'Before the first release of all: that there is no branch is right',
      default: false,
    },
  },
  async run({ args: options }) {
    const place = { ...options, repository: repositoryOf(options.content) };
    const state = releaseState(options.content);
    const tree = options['without-tree'] ? [] : [readTree(options.tree)];
    for (const folder of [state, ...tree]) refuseFull(folder);
    if (!(await isKept(place))) {
      if (!options.first) throw missing(place);
      process.stdout.write('There was no release yet.\n');
      return;
    }
    await fetchKept(place);
    await restorePart(place, 'release', state);
    for (const folder of tree) await restorePart(place, 'tree', folder);
    process.stdout.write(`Fetched: ${[...tree, state].join(' and ')}.\n`);
  },
});

function refuseFull(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new Error(
    `${folder} is not empty, and may be newer than the branch. Nothing was fetched; delete it, or go on without fetching.`,
  );
}

const missing = ({ branch, remote }: StateBranch): Error =>
  new Error(
    `There is no branch “${branch}” on ${remote.replaceAll(/\/\/[^\s/@]+@/g, '//')}.\n  If this outlet never released anything, say so: --first. Otherwise restore the branch from a copy first: readers refuse a release that begins to count anew.`,
  );
