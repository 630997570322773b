import type { ChangedFile } from './changed-file.ts';
import type { FileFault } from './file-rules.ts';

/** As the file systems that fold cases take it, “ſ” and the sign of the kelvin among the letters. */
const KEYS = /^keys(?:\/|$)/iu;

/** Whether a file, its path from the content folder on, stands in the folder of the outlet's public keys or in its place. */
export const isOfKeys = (path: string): boolean => KEYS.test(path);

/**
 * A change to the roots, by which every release is judged, or to the record of the newest release: only maintainers
 * make these.
 */
export function keysChanged({ sort, former }: Pick<ChangedFile, 'sort' | 'former'>): FileFault {
  const [en, ru] =
    sort === 'deleted'
      ? ['deletes', 'удаляет']
      : /^0*$/.test(former)
        ? ['adds', 'добавляет']
        : ['changes', 'меняет'];
  return {
    code: 'pull-request-keys',
    message: `The pull request ${en} this file of the outlet’s keys.`,
    why: 'By the roots the outlet’s own releases are told from forged ones, by the record of the newest release from old ones. A changed key passes for a site of the outlet’s.',
    remedy:
      'Take it out of the pull request: git restore --source=origin/main -- <file> (where it is new: git rm --cached <file>). The outlet’s engineers change keys with “tamizdat keys rotate”, and mark that pull request with the label “kit”.',
    ru: {
      message: `Запрос ${ru} этот файл из ключей издания.`,
      why: 'По корневым файлам выпуски издания отличают от поддельных, по записи о последнем выпуске — от старых. С чужими ключами поддельный сайт сошёл бы за сайт издания.',
      remedy:
        'Уберите его из запроса: git restore --source=origin/main -- <файл> (если файл новый: git rm --cached <файл>). Ключи меняют инженеры издания командой «tamizdat keys rotate» и ставят на такой запрос метку «kit».',
    },
  };
}
