import { roomOf } from '@tamizdat/mirrors';
import { askGit, NoGitError } from '../facts/ask-git.ts';
import { standing } from '../facts/standing.ts';
import { type Finding, good, half, missing } from '../finding.ts';
import { type Place, shownPath } from '../place.ts';
import type { Question } from '../question.ts';
import { commitList, isListUncommitted, toldUncommitted } from '../../watch/uncommitted-list.ts';
import { noGit } from './no-git.ts';

/** Whether the content is in a repository, without secrets, and there is room for more. */
export const machine: Question = {
  id: 'machine',
  name: { en: 'Repository, disk', ru: 'Репозиторий, диск' },
  look: async ({ place, release }) => {
    const own = await release().catch(() => undefined);
    return [
      ...(await lookAtRepository(place)),
      ...judgeRoom(roomOf(standing(place.state)), own?.bytes ?? 0),
    ];
  },
};

/** Files that have no place in a repository, wherever they lie in it. */
const SECRETS = ['*.key.json', '**/recovery-root-*', '**/*.secret'].map(
  (one) => `:(glob)**/${one}`,
);

async function lookAtRepository({ home, content }: Place): Promise<Finding[]> {
  try {
    const top = await askGit(home, ['rev-parse', '--show-toplevel']);
    if (top === undefined) return [noRepository(home, content)];
    const status = await askGit(home, ['status', '--porcelain', '-z', '--', content]);
    const secrets = await askGit(home, ['ls-files', '-z', '--full-name', '--', ...SECRETS]);
    return [
      ...judgeRepository(countOf(status), countOf(secrets), content),
      ...judgeList(await isListUncommitted(content), content),
    ];
  } catch (error) {
    if (!(error instanceof NoGitError)) throw error;
    return [noGit()];
  }
}

/** Whether a list that was renewed here will keep articles away. */
const judgeList = (isUncommitted: boolean, content: string): Finding[] =>
  isUncommitted ? [half('list-uncommitted', 'now', toldUncommitted, ...commitList(content))] : [];

const countOf = (listed: string | undefined): number =>
  (listed ?? '').split('\0').filter(Boolean).length;

const noRepository = (home: string, content: string): Finding =>
  missing(
    'no-repository',
    'soon',
    {
      en: 'The content is in no repository, so that nothing of its past can be had back.',
      ru: 'Содержимое не в репозитории, и прежнего вида ничему не вернуть.',
    },
    `git -C ${shownPath(home)} init && git -C ${shownPath(home)} add ${shownPath(content)}`,
  );

/** @param changed Files that differ from what is committed. @param secrets Files of keys that are. */
export function judgeRepository(changed: number, secrets: number, content: string): Finding[] {
  return [
    ...(secrets > 0
      ? [
          half(
            'keys-committed',
            'now',
            {
              en: `Keys or recovery sheets are in the repository, files: ${secrets}. Whoever has a clone has them: replace the keys, deleting the files is not enough.`,
              ru: `В репозитории лежат ключи или листы для восстановления, файлов: ${secrets}. Они есть у каждого, у кого есть клон: замените ключи, удалить файлы недостаточно.`,
            },
            'npx tamizdat keys rotate --help',
          ),
        ]
      : []),
    changed > 0
      ? half(
          'content-uncommitted',
          'soon',
          {
            en: `Files of the content that are not committed: ${changed}.`,
            ru: `Файлов содержимого без коммита: ${changed}.`,
          },
          `git add ${shownPath(content)} && git commit -m "Content"`,
        )
      : good('committed', { en: 'content committed', ru: 'содержимое в репозитории' }),
  ];
}

/**
 * @param room Bytes that may still be written, below 0 where the disk is fuller than it should be.
 * @param tree Bytes of the released tree.
 */
export function judgeRoom(room: number, tree: number): Finding[] {
  const mb = Math.max(0, Math.floor(room / 1_000_000));
  if (room > 2 * tree)
    return [good('room', { en: `room on the disk: ${mb} MB`, ru: `места на диске: ${mb} МБ` })];
  return [
    half(
      'disk-full',
      room <= 0 ? 'now' : 'soon',
      {
        en: `The disk has room for ${mb} MB more: a release needs up to twice the size of the site.`,
        ru: `На диске осталось ${mb} МБ, а выпуску нужно до двух размеров сайта.`,
      },
      'df -h .',
    ),
  ];
}
