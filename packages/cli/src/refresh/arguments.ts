import type { ParsedArgs } from 'citty';
import { proxyArgument } from '../mirror/proxy-argument.ts';
import { STATE } from '../repository/folders.ts';
import { say } from '../language/say.ts';

/** What `tamizdat refresh` takes. */
export const args = {
  place: {
    type: 'positional',
    description: say({
      en: 'Folder that holds release/, or the address of a mirror',
      ru: 'Папка, где лежит release/, или адрес зеркала',
    }),
    required: true,
  },
  keys: {
    type: 'string',
    description: say({
      en: 'Folder of the key; not needed where TAMIZDAT_KEY_TIMESTAMP is set',
      ru: 'Папка ключа; не нужна, если задан TAMIZDAT_KEY_TIMESTAMP',
    }),
    valueHint: 'folder',
  },
  root: {
    type: 'string',
    description: say({
      en: 'Whose release it is: the file of the outlet’s first root, or its fingerprint (default: TAMIZDAT_ROOT, root.json of the keys, then what was remembered)',
      ru: 'Чей это выпуск: файл первого корня издания или отпечаток (по умолчанию: TAMIZDAT_ROOT, root.json ключей, затем то, что запомнено)',
    }),
    valueHint: say({ en: 'file or fingerprint', ru: 'файл или отпечаток' }),
  },
  out: {
    type: 'string',
    description: say({
      en: 'Folder for the two new files in release/ (default: the folder that was named)',
      ru: 'Папка для двух новых файлов из release/ (по умолчанию та, что указана)',
    }),
    valueHint: 'folder',
  },
  proxy: proxyArgument,
  memory: {
    type: 'string',
    description: say({
      en: `Folder of the newest release seen of each outlet (default: ${STATE}/seen)`,
      ru: `Папка, где для каждого издания запомнен новейший виденный выпуск (по умолчанию: ${STATE}/seen)`,
    }),
    valueHint: 'folder',
  },
  content: {
    type: 'string',
    description: say({
      en: 'Folder beside which releases are made, so that both cannot run at once',
      ru: 'Папка, рядом с которой делают выпуски, чтобы то и другое не шло сразу',
    }),
    valueHint: 'folder',
  },
} as const;

export type Options = ParsedArgs<typeof args>;
