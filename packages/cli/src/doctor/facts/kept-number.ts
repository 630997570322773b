import { existsSync } from 'node:fs';
import { repositoryOf } from '../../state/arguments.ts';
import { askGit } from './ask-git.ts';
import type { Place } from '../place.ts';

/**
 * The number of the release that was last put on the branch, or fetched from there, on this machine: the network is not
 * asked.
 * @returns undefined where none was
 */
export async function loadKeptNumber(place: Place): Promise<number | undefined> {
  const repository = repositoryOf(place.content);
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
