import path from 'node:path';
import { COMPILED } from '@tamizdat/cli/testing';
import type { Job } from './workflow-file.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const INSTALL = 'npm run --silent setup';

/**
 * Gives the checked-out kit what is installed here: the links to dependencies, a link to where they lie, and what
 * is compiled of the same sources, the command and the templates.
 */
const LINK = [
  // Of what is hidden there only `.bin`: caches change meanwhile.
  `(cd '${repository}' && tar --exclude='node_modules/.[!b]*' -c ./node_modules ./{packages,apps}/*/node_modules) | tar -x`,
  `ln -s '${repository}/node_modules/.pnpm' node_modules/.pnpm`,
  ...['packages/cli/.out', 'apps/site/.out'].map((made) => `cp -r '${repository}/${made}' ${made}`),
  `printf '#!/bin/sh\\nexec node "%s/${COMPILED}" "$@"\\n' "$PWD" > node_modules/.bin/tamizdat`,
].join('\n');

/**
 * A job that stays as it is but for the installation, which takes longer than all else: the dependencies are those
 * installed here, which the same lockfile names. One job of each workflow is to run with its own.
 * @throws where the job has no such step
 */
export function withoutInstall(job: Job): Job {
  const steps = job.steps?.map((step) => (step.run === INSTALL ? { ...step, run: LINK } : step));
  if (!steps?.some(({ run }) => run === LINK)) throw new Error('the job installs no kit');
  return { ...job, steps };
}
