import path from 'node:path';
import type { FileRole } from '@tamizdat/verify';
import type { ShownKeys } from '../../keys/judge-keys.ts';
import type { KeyFolder } from '../facts/key-folder.ts';
import { type Finding, good, half, unseen } from '../finding.ts';
import { ELSEWHERE, namedPaths, shownPath } from '../place.ts';

/**
 * Whether every role can sign, and whether root keys lie where they need not.
 * @param secrets Roles whose keys stand in the environment.
 */
export function judgeRoles(
  { roles, replaced }: Pick<ShownKeys, 'roles' | 'replaced'>,
  { folder, files }: Pick<KeyFolder, 'folder' | 'files'>,
  secrets: readonly FileRole[],
): Finding[] {
  const lacking = roles.filter(
    ({ role, threshold, keys: all }) =>
      role !== 'root' &&
      !secrets.includes(role) &&
      all.filter(({ file }) => file !== null).length < threshold,
  );
  const rootFiles = files.filter(({ file }) => file?.role === 'root').map(({ path: at }) => at);
  const names = lacking.map(({ role }) => role).join(', ');
  return [
    ...(lacking.length > 0
      ? [
          half(
            'roles-lacking',
            'soon',
            {
              en: `With the keys in ${shownPath(folder)} nobody can sign for: ${names}. They are elsewhere, or were replaced.`,
              ru: `Ключами из ${shownPath(folder)} не подписать за роли: ${names}. Ключи в другом месте или были заменены.`,
            },
            `npx tamizdat keys show ${shownPath(folder)}`,
          ),
        ]
      : [
          good('roles', {
            en: 'sealed, every role can sign',
            ru: 'запечатаны, есть для каждой роли',
          }),
        ]),
    ...(rootFiles.length > 0
      ? [
          half(
            'root-keys-here',
            'soon',
            {
              en: 'The root keys are still on this machine. They are needed once in two years: move each to another place and person.',
              ru: 'Корневые ключи всё ещё на этой машине. Они нужны раз в два года: перенесите каждый в своё место, к разным людям.',
            },
            `mv ${namedPaths(rootFiles)} ${ELSEWHERE}`,
          ),
        ]
      : [
          unseen('root-keys-kept', {
            en: 'where the root keys and their sheets of paper are, and whether each can still be read',
            ru: 'где лежат корневые ключи и бумажные листы к ним и читаются ли они',
          }),
        ]),
    ...(replaced.length > 0
      ? [
          half(
            'keys-replaced',
            'soon',
            {
              en: 'These keys count no more: they were replaced.',
              ru: 'Эти ключи больше не действуют: их заменили.',
            },
            `rm ${namedPaths(replaced.map((name) => path.join(folder, `${name}.key.json`)))}`,
          ),
        ]
      : []),
  ];
}
