import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { FILE_VARIABLE, isOpenToAll, VARIABLE } from '../../keys/ask-passphrase.ts';
import { isWithin } from '../../keys/is-within.ts';
import { standing } from '../facts/standing.ts';
import { type Finding, half, missing } from '../finding.ts';
import { type Place, shownPath } from '../place.ts';

/** Whether the passphrase lies where others find it. Nothing of it is read. */
export function judgePassphrase({ env, keys }: Pick<Place, 'env' | 'keys'>): Finding[] {
  const named = env[FILE_VARIABLE];
  const file = named ? path.resolve(named) : undefined;
  return [
    ...(env[VARIABLE] ? [inEnvironment()] : []),
    ...(file === undefined ? [] : judgeFile(file, keys)),
  ];
}

/** An environment is inherited by every program that is started, and shown by `ps e`. */
const inEnvironment = (): Finding =>
  half(
    'passphrase-in-environment',
    'soon',
    {
      en: `The passphrase stands in ${VARIABLE}, which other programs of this user can read. Put it into a file that ${FILE_VARIABLE} names (docs/outlet/every-day.en.md).`,
      ru: `Пароль записан в ${VARIABLE}, и его могут прочитать другие программы этого пользователя. Положите его в файл, который называет ${FILE_VARIABLE} (docs/outlet/every-day.ru.md).`,
    },
    `unset ${VARIABLE}`,
  );

/** What stands on the way to it may be no folder, or closed: then it is not there for this command either. */
function findFacts(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const noFile = (file: string): Finding =>
  missing(
    'passphrase-file-missing',
    'now',
    {
      en: `${FILE_VARIABLE} names ${shownPath(file)}, and there is no such file: no timer can sign. Write the passphrase there, or name the right file.`,
      ru: `${FILE_VARIABLE} называет ${shownPath(file)}, а такого файла нет: ни один таймер не подпишет. Запишите туда пароль или назовите верный файл.`,
    },
    `ls -l ${shownPath(standing(path.dirname(file)))}`,
  );

function judgeFile(file: string, keys: string | undefined): Finding[] {
  const facts = findFacts(file);
  if (!facts?.isFile()) return [noFile(file)];
  return [
    ...(isOpenToAll(facts.mode)
      ? [
          half(
            'passphrase-readable',
            'now',
            {
              en: 'Everybody on this machine can read the file with the passphrase.',
              ru: 'Файл с паролем может прочитать любой пользователь этой машины.',
            },
            `chmod 0400 ${shownPath(file)}`,
          ),
        ]
      : []),
    ...(keys !== undefined && isWithin(file, keys)
      ? [
          half(
            'passphrase-beside-keys',
            'soon',
            {
              en: 'The passphrase lies in the folder of the keys: whoever has a copy of the folder has both.',
              ru: 'Пароль лежит в папке ключей: у кого есть копия папки, у того есть всё.',
            },
            `mv ${shownPath(file)} /etc/tamizdat/passphrase`,
          ),
        ]
      : []),
  ];
}
