import type { ParsedArgs } from 'citty';
import { say } from '../language/say.ts';
import { proxyArgument } from '../mirror/proxy-argument.ts';
import { withoutContentArgument } from '../stale/without-content.ts';
import { contentArgument } from '../repository/content-argument.ts';

/** What `tamizdat release` takes. */
export const args = {
  tree: {
    type: 'positional',
    description: say({ en: 'Folder of the finished tree', ru: 'Папка готового дерева' }),
    required: true,
  },
  keys: {
    type: 'string',
    description: say({
      en: 'Folder of the keys, or of root.json alone where the keys stand in the environment',
      ru: 'Папка ключей или одного root.json, если ключи стоят в переменных',
    }),
    valueHint: 'folder',
    required: true,
  },
  content: contentArgument,
  'without-content': withoutContentArgument,
  proxy: proxyArgument,
  first: {
    type: 'boolean',
    description: say({
      en: 'Before the first release of all: that there is no history is right, also where a mirror cannot be asked',
      ru: 'До самого первого выпуска: истории и не должно быть, даже если какое-то зеркало не удаётся спросить',
    }),
    default: false,
  },
  offline: {
    type: 'boolean',
    description: say({
      en: 'Ask neither mirrors nor the branch for the newest release',
      ru: 'Не спрашивать о новейшем выпуске ни зеркала, ни ветку',
    }),
    default: false,
  },
  full: {
    type: 'boolean',
    description: say({
      en: 'Check, read and hash every file, not only those that differ from what was signed last',
      ru: 'Проверить, прочитать и посчитать хеши всех файлов, а не только тех, что отличаются от подписанных в прошлый раз',
    }),
    default: false,
  },
  'yes-i-looked': {
    type: 'boolean',
    description: say({
      en: 'Release even if something should be looked at first',
      ru: 'Выпустить, даже если сначала стоило бы на что-то посмотреть',
    }),
    default: false,
  },
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was made as JSON', ru: 'Напечатать сделанное как JSON' }),
    default: false,
  },
} as const;

/** What of it a release needs, of whoever asks for one. */
export type Options = Pick<
  ParsedArgs<typeof args>,
  | 'tree'
  | 'keys'
  | 'content'
  | 'without-content'
  | 'proxy'
  | 'first'
  | 'offline'
  | 'full'
  | 'yes-i-looked'
>;
