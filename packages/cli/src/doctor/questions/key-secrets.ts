import path from 'node:path';
import type { KeyFolder } from '../facts/key-folder.ts';
import { type Finding, half } from '../finding.ts';
import { namedPaths, shownPath } from '../place.ts';

/** What lies open to others, or unsealed. */
export function judgeSecrets({ folder, isReadable, files, plain, sheets }: KeyFolder): Finding[] {
  const open = files.filter((file) => file.isReadable).map(({ path: file }) => file);
  const broken = files.filter(({ file }) => file === undefined).map(({ path: file }) => file);
  const found: Finding[] = [];
  if (open.length > 0 || isReadable)
    found.push(
      half(
        'keys-readable',
        'now',
        {
          en: 'Others on this machine can look at the keys.',
          ru: 'Ключи могут прочитать другие пользователи этой машины.',
        },
        ...(isReadable ? [`chmod 700 ${shownPath(folder)}`] : []),
        ...(open.length > 0 ? [`chmod 600 ${namedPaths(open)}`] : []),
      ),
    );
  if (plain.length > 0)
    found.push(
      half(
        'keys-plain',
        'now',
        {
          en: 'A key lies here without a passphrase, as it is exported for a build service. When it is there, delete the file.',
          ru: 'Здесь лежит ключ без пароля, каким его выгружают для службы сборки. Когда он там записан, удалите файл.',
        },
        `rm ${namedPaths(plain)}`,
      ),
    );
  if (sheets.length > 0)
    found.push(
      half(
        'sheets-here',
        'now',
        {
          en: 'The recovery sheets still lie on the disk: they are root keys without a passphrase. Print them, give each to another person, then delete them.',
          ru: 'Листы для восстановления всё ещё лежат на диске: это корневые ключи без пароля. Напечатайте их, раздайте разным людям, потом удалите.',
        },
        `rm -r ${namedPaths([...new Set(sheets.map((file) => (path.dirname(file) === folder ? file : path.dirname(file))))])}`,
      ),
    );
  if (broken.length > 0)
    found.push(
      half(
        'keys-broken',
        'now',
        {
          en: `These are no key files that can be used: ${namedPaths(broken)}. Take them from a copy, or restore a root key from its sheet.`,
          ru: `Этими файлами ключей пользоваться нельзя: ${namedPaths(broken)}. Возьмите их из копии или восстановите корневой ключ по листу.`,
        },
        `npx tamizdat keys recover ${shownPath(folder)}`,
      ),
    );
  return found;
}
