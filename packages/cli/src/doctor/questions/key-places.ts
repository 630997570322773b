import { isWithin } from '../../keys/is-within.ts';
import { type Finding, half } from '../finding.ts';
import { ELSEWHERE, type Place, shownPath } from '../place.ts';
import { findSynced } from './synced-folder.ts';

/** Whether the folder lies where others get it. */
export function judgeWhere(
  folder: string,
  { home, tree }: Pick<Place, 'home' | 'tree'>,
): Finding[] {
  const inside = [home, tree].find((one) => isWithin(folder, one));
  const move = `mv ${shownPath(folder)} ${ELSEWHERE}`;
  if (inside !== undefined)
    return [
      half(
        'keys-inside',
        'now',
        {
          en: `The keys lie inside ${shownPath(inside)}, which is published or committed. If that happened, replace them.`,
          ru: `Ключи лежат внутри ${shownPath(inside)}, а эту папку публикуют или отправляют в репозиторий. Если это случилось, замените их.`,
        },
        move,
      ),
    ];
  const synced = findSynced(folder);
  if (synced === undefined) return [];
  return [
    half(
      'keys-synced',
      'now',
      {
        en: `The keys lie in a folder that ${synced} copies to other machines.`,
        ru: `Ключи лежат в папке, которую ${synced} копирует на другие машины.`,
      },
      move,
    ),
  ];
}
