import path from 'node:path';
import { existsSync } from 'node:fs';
import { askGit } from './ask-git.ts';
import type { Place } from '../place.ts';

/** Where the branch passed through when it was kept or fetched from here. */
const repositoryOf = ({ state }: Place): string => path.join(path.dirname(state), 'state.git');

/**
 * The number of the release that was last put on the branch, or fetched from there, on this machine: the network is not
 * asked.
 * @returns undefined where none was
 */
export async function loadKeptNumber(place: Place): Promise<number | undefined> {
  const repository = repositoryOf(place);
  if (!existsSync(repository)) return undefined;
  const asked = [
    `--git-dir=${repository}`,
    'log',
    '-1',
    '--format=%s',
    `refs/heads/${place.branch}`,
  ];
  const [, number] = /^Release (\d{1,9})$/m.exec((await askGit(place.home, asked)) ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}
