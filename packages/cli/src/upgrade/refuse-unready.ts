import { existsSync } from 'node:fs';
import path from 'node:path';
import { ToldError } from '@tamizdat/problem';
import { listNames } from './list-names.ts';
import type { Git } from './open-git.ts';

/** What git leaves while something is under way. */
const UNDER_WAY = [
  ...['MERGE_HEAD', 'rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'],
  'BISECT_LOG',
];

/** Refuses a repository in which something would be lost or mixed up. @throws ToldError */
export async function refuseUnready(git: Git, folder: string): Promise<void> {
  await refuseUnderWay(git, folder);
  const isOnBranch = await git(['symbolic-ref', '--quiet', 'HEAD']).then(
    () => true,
    () => false,
  );
  if (!isOnBranch) throw new ToldError('upgrade-detached', DETACHED, SWITCH);
  const status = await git([
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=normal',
  ]);
  const files = status.split('\0').filter((row) => row !== '');
  if (files.length === 0) return;
  const names = listNames(files.map((row) => row.slice(3)));
  throw new ToldError(
    'upgrade-uncommitted',
    {
      en: `There is work here that is not committed:\n${names}`,
      ru: `Здесь есть работа, которой нет в коммитах:\n${names}`,
    },
    COMMIT,
  );
}

async function refuseUnderWay(git: Git, folder: string): Promise<void> {
  for (const name of UNDER_WAY) {
    const file = (await git(['rev-parse', '--git-path', name])).trim();
    if (existsSync(path.resolve(folder, file)))
      throw new ToldError(
        'upgrade-under-way',
        {
          en: `Something is under way in this repository (${name}).`,
          ru: `В этом репозитории что-то не доведено до конца (${name}).`,
        },
        END,
      );
  }
}

const END = {
  en: 'End it (“git status” says how), then run this again. Nothing was changed.',
  ru: 'Завершите это («git status» скажет как) и запустите ещё раз. Ничего не изменено.',
};
const DETACHED = {
  en: 'This repository is on no branch, and a newer kit would be on none either.',
  ru: 'Репозиторий не стоит ни на какой ветке, и новая версия набора тоже не попала бы на ветку.',
};
const SWITCH = {
  en: 'Go to the branch of the outlet (git switch main), then run this again. Nothing was changed.',
  ru: 'Перейдите на ветку издания (git switch main) и запустите ещё раз. Ничего не изменено.',
};
const COMMIT = {
  en: 'Commit it (git add content .github && git commit) or put it aside (git stash -u), then run this again. Nothing was changed.',
  ru: 'Сделайте коммит (git add content .github && git commit) или отложите это (git stash -u) и запустите ещё раз. Ничего не изменено.',
};
