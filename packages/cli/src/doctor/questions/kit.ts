import { FETCHED } from '../../upgrade/fetch-kit.ts';
import { askGit, NoGitError } from '../facts/ask-git.ts';
import { type Finding, half, unseen } from '../finding.ts';
import type { Question } from '../question.ts';

/** Where a newer kit may lie that was fetched already. “origin” is the outlet’s own, as a rule. */
const REFS = [
  FETCHED,
  'refs/remotes/kit/HEAD',
  'refs/remotes/kit/main',
  'refs/remotes/upstream/main',
];

/** Whether a newer kit lies here and was not taken. The network is not asked. */
export const kit: Question = {
  id: 'kit',
  name: { en: 'Kit', ru: 'Набор' },
  look: async ({ place }) => judgeKit(await countNewer(place.home)),
};

/** Commits of the newest kit that was fetched and that this one has not; undefined where none was fetched. */
async function countNewer(home: string): Promise<number | undefined> {
  try {
    const counts = await Promise.all(
      REFS.map((ref) => askGit(home, ['rev-list', '--count', `HEAD..${ref}`])),
    );
    const known = counts.flatMap((count) => (count === undefined ? [] : [Number(count)]));
    return known.length === 0 ? undefined : Math.max(...known);
  } catch (error) {
    if (error instanceof NoGitError) return undefined;
    throw error;
  }
}

/** @param newer Commits; undefined where nothing is known. */
export function judgeKit(newer: number | undefined): Finding[] {
  if (newer === undefined || newer === 0)
    return [
      unseen('kit-unasked', {
        en: 'whether there is a newer kit: npx tamizdat upgrade --dry-run asks, and changes nothing',
        ru: 'есть ли набор новее: спросит npx tamizdat upgrade --dry-run, ничего не меняя',
      }),
    ];
  return [
    half(
      'kit-older',
      'soon',
      {
        en: `A newer kit was fetched and not taken, commits: ${newer}.`,
        ru: `Более новый набор скачан, но не взят, коммитов: ${newer}.`,
      },
      'npx tamizdat upgrade',
    ),
  ];
}
