import { loadState, parseRelease } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { releaseState } from '../release/find-outlet.ts';
import { args, readTree, repositoryOf, treeArgument } from './arguments.ts';
import { keepParts } from './state-branch.ts';

export default defineCommand({
  meta: {
    name: 'keep',
    description:
      'Put the newest release and its history on a branch, in the place of what was fetched from there; refused where another release was kept since. To be run before “publish”. Exit codes: 0 kept, 1 failed, 2 usage.',
  },
  args: { ...args, tree: treeArgument },
  async run({ args: options }) {
    const state = releaseState(options.content);
    const loaded = loadState(state);
    if (loaded === undefined)
      throw new UsageError(`Nothing was released here: ${state} holds no state.`);
    const { number, clock } = parseRelease(loaded.head.release);
    const parts = { release: state, tree: readTree(options.tree) };
    const place = { ...options, repository: repositoryOf(options.content) };
    await keepParts(place, { number, clock, parts });
    process.stdout.write(`Release ${number} is kept on ${options.branch}.\n`);
  },
});
