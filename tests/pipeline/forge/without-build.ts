import path from 'node:path';
import type { Job, Step } from './workflow-file.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/**
 * A job of which every step stays as it is but two that take minutes: the command is that of the repository checked out,
 * with the dependencies installed here, and the tree is one that was made before.
 * @param tree Folder of a finished tree.
 */
export function withoutBuild({ steps = [], ...job }: Job, tree: string): Job {
  const scripts: Record<string, string> = {
    'Install the kit': [
      'mkdir -p node_modules/.bin',
      `printf '#!/bin/sh\\nexec node packages/cli/src/main.ts "$@"\\n' > node_modules/.bin/tamizdat`,
      'chmod +x node_modules/.bin/tamizdat',
      `ln -s '${repository}/packages/cli/node_modules' packages/cli/node_modules`,
    ].join('\n'),
    Build: `cp -r '${tree}' dist`,
  };
  const replace = (step: Step): Step => {
    const run = scripts[step.name ?? ''];
    return run === undefined ? step : { ...step, run };
  };
  return { ...job, steps: steps.map(replace) };
}
