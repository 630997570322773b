import path from 'node:path';
import { quoteForShell } from '../frame/quote-for-shell.ts';
import { STATE, stateOf } from '../repository/folders.ts';
import { say } from '../language/say.ts';

/** Private keys and what opens them: whoever has a backup must not have these. */
const SECRETS = ['*.key.json', '*.key', '*.secret', 'recovery-root-*'];

/** The line for a shell that backs up what cannot be made again of an outlet, without its secrets. */
export function backupLine(content: string): string {
  const excluded = SECRETS.map((pattern) => `--exclude=${quoteForShell(pattern)}`).join(' ');
  const folders = `${quoteForShell(path.basename(content))} ${STATE}`;
  const home = quoteForShell(path.dirname(content));
  return `tar -czf outlet-backup.tgz ${excluded} -C ${home} ${folders} && touch ${quoteForShell(backupStampOf(content))}`;
}

/** What the line touches when the backup was made: its time tells `doctor` how old that is. */
export const backupStampOf = (content: string): string => path.join(stateOf(content), 'backed-up');

/** What is said of backups after the first release. @param keys Folder of the keys. */
export const describeBackup = (content: string, keys: string): string =>
  say({
    en: `What no build makes again, in one line; run it after every release, and take the file off this machine:
  ${backupLine(content)}
Not in it, and to be kept apart from it: the keys in ${keys} with their passphrase, the sheets of paper, the list of reserve mirrors (TAMIZDAT_RESERVE), and the book of names (TAMIZDAT_ADDRESSES), of which each day brings a new one. Drafts and notes in the content are in it: encrypt it. docs/outlet/backup.en.md`,
    ru: `То, чего не сделает заново никакая сборка, одной строкой; запускайте её после каждого выпуска и уносите файл с этой машины:
  ${backupLine(content)}
В нём нет, и хранить отдельно от него нужно: ключи из ${keys} и фразу к ним, бумажные листы, список резервных зеркал (TAMIZDAT_RESERVE) и книга имён (TAMIZDAT_ADDRESSES), которая меняется каждый день. Черновики и заметки из содержимого в нём есть: зашифруйте его. docs/outlet/backup.ru.md`,
  });
