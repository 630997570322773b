import type { ParsedArgs } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { withoutContentArgument } from '../stale/without-content.ts';
import { historyArgument } from '../watch/history-place.ts';
import { say } from '../language/say.ts';

/** What `tamizdat publish` takes. */
export const args = {
  names: {
    type: 'positional',
    description: say({
      en: 'Names of mirrors: those of content/mirrors.yaml, reserve-1 and so on, or “reserve” for all of these; all of them where none is named. Names of archives: these are made where they are named',
      ru: 'Имена зеркал: из content/mirrors.yaml, reserve-1 и так далее или “reserve” для всех резервных; если не указаны, все. Имена архивов: они делаются, только если названы',
    }),
    required: false,
    valueHint: '…',
  },
  to: {
    type: 'string',
    description: say({
      en: 'A folder, remote:path of rclone, or car:file.car for an archive, instead of configured mirrors',
      ru: 'Папка, remote:path для rclone или car:file.car для архива, вместо настроенных зеркал',
    }),
    valueHint: 'place',
  },
  address: {
    type: 'string',
    description: say({
      en: 'With --to: the address of the mirror there, for its feeds',
      ru: 'С --to: адрес зеркала там, для его лент',
    }),
    valueHint: 'https://…/',
  },
  tree: {
    type: 'string',
    description: say({
      en: 'Folder of the released tree; dist where absent',
      ru: 'Папка выпущенного дерева; если не указана, dist',
    }),
    valueHint: 'folder',
  },
  content: contentArgument,
  'without-content': withoutContentArgument,
  repair: {
    type: 'boolean',
    description: say({
      en: 'Look at what lies there itself, file by file, and send what is missing or different. It reads the whole mirror. Of a note there that is wrong nothing is believed',
      ru: 'Посмотреть, что там лежит на самом деле, файл за файлом, и отправить недостающее и отличающееся. Читает всё зеркало. Неверной записке на нём не верит',
    }),
    default: false,
  },
  create: {
    type: 'boolean',
    description: say({
      en: 'Make a mirror’s folder that is not there, and fill one that is empty although it was published to before. For the first time; never in a timer',
      ru: 'Создать папку зеркала, которой нет, и наполнить пустую, хотя раньше в неё публиковали. Для первого раза; никогда по таймеру',
    }),
    default: false,
  },
  history: historyArgument,
  'dry-run': {
    type: 'boolean',
    description: say({
      en: 'Say what would be sent, and send nothing',
      ru: 'Сказать, что было бы отправлено, и ничего не отправлять',
    }),
    default: false,
  },
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was done as JSON', ru: 'Напечатать сделанное как JSON' }),
    default: false,
  },
} as const;

/** What of it a publication needs, of whoever asks for one. */
export type Options = Pick<
  ParsedArgs<typeof args>,
  | 'to'
  | 'address'
  | 'tree'
  | 'content'
  | 'without-content'
  | 'repair'
  | 'create'
  | 'history'
  | 'dry-run'
> & { _: string[] };
