import path from 'node:path';
import { quoteForShell } from '../../frame/quote-for-shell.ts';
import type { KeyFolder } from '../facts/key-folder.ts';
import { type Finding, half } from '../finding.ts';
import { ELSEWHERE, namedPaths, shownPath } from '../place.ts';

/** What lies open to others, or unsealed. */
export function judgeSecrets({ folder, isReadable, files, plain, sheets }: KeyFolder): Finding[] {
  const open = files.filter((file) => file.isReadable).map(({ path: file }) => file);
  const broken = files
    .filter(({ path: at, file }) => file === undefined && !plain.includes(at))
    .map(({ path: file }) => file);
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
          en: 'A key lies here without a passphrase, as it is exported for a build service. When it is there, and sealed here too, delete the file; a file that stands in the place of a sealed key (*.key.json) is to be replaced by that one, from a copy.',
          ru: 'Здесь лежит ключ без пароля, каким его выгружают для службы сборки. Когда он там записан, а здесь есть и запечатанный, удалите файл; файл на месте запечатанного ключа (*.key.json) замените запечатанным из копии.',
        },
        `ls -l ${namedPaths(plain)}`,
      ),
    );
  if (sheets.length > 0)
    found.push(
      half(
        'sheets-here',
        'now',
        {
          en: 'The recovery sheets still lie on the disk: they are root keys without a passphrase. Print them and give each to another person; when each sheet is with its keeper, delete these files.',
          ru: 'Листы для восстановления всё ещё лежат на диске: это корневые ключи без пароля. Напечатайте их и раздайте разным людям; когда каждый лист будет у своего хранителя, удалите эти файлы.',
        },
        `ls -l ${namedPaths([...new Set(sheets.map((file) => (path.dirname(file) === folder ? file : path.dirname(file))))])}`,
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
        ...mendBroken(folder, broken),
      ),
    );
  return found;
}

/** A root key comes back from its sheet, every other one from a copy alone. */
function mendBroken(folder: string, broken: readonly string[]): string[] {
  const names = broken.map((file) => path.basename(file));
  const copied = names.filter((name) => !name.startsWith('root-'));
  return [
    ...copied.map((name) => `cp ${ELSEWHERE}${quoteForShell(name)} ${shownPath(folder)}`),
    ...(copied.length < names.length ? [`npx tamizdat keys recover ${shownPath(folder)}`] : []),
  ];
}
