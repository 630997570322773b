import { ToldError } from '@tamizdat/problem';
import { type Git, GitError } from './open-git.ts';

/** No option of the branch's (`branch.<name>.mergeOptions`) makes anything else of it. */
const FORWARD = [
  ...['merge', '--quiet', '--ff-only', '--no-squash', '--no-stat', '--no-autostash'],
  ...['--no-verify-signatures', '--no-overwrite-ignore'],
];

/**
 * Puts the branch, the index and the work tree to a commit that comes after the present one. Files that git does not know
 * are never written over, those that it ignores neither: they may be the state, or keys.
 * @throws ToldError `upgrade-in-the-way`; then nothing was changed
 */
export async function advance(git: Git, commit: string): Promise<void> {
  const filters = (await listFilters(git)).flatMap((filter) => [
    ...['-c', `${filter}.smudge=`, '-c', `${filter}.process=`, '-c', `${filter}.required=false`],
  ]);
  try {
    await git([...filters, ...FORWARD, commit]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new ToldError(
      'upgrade-in-the-way',
      {
        en: `git did not put the newer kit in place:\n    ${error.message.replaceAll('\n', '\n    ')}`,
        ru: `git не поставил новый набор на место:\n    ${error.message.replaceAll('\n', '\n    ')}`,
      },
      {
        en: 'Move the files that it names elsewhere, then run this again. Nothing was changed.',
        ru: 'Перенесите названные файлы в другое место и запустите ещё раз. Ничего не изменено.',
      },
    );
  }
}

/** The filters that this machine has: attributes of the newer kit must not have its files passed through them. */
async function listFilters(git: Git): Promise<string[]> {
  const names = await git(['config', '-z', '--name-only', '--get-regexp', '^filter\\.']).catch(
    () => '',
  );
  const filters = names.split('\0').map((name) => name.slice(0, name.lastIndexOf('.')));
  return [...new Set(filters)].filter((filter) => filter.startsWith('filter.'));
}
