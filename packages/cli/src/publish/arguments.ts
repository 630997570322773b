import type { ParsedArgs } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { withoutContentArgument } from '../stale/without-content.ts';
import { historyArgument } from '../watch/history-place.ts';

/** What `tamizdat publish` takes. */
export const args = {
  names: {
    type: 'positional',
    description:
      'Names of mirrors: those of content/mirrors.yaml, reserve-1 and so on, or “reserve” for all of these; all of them where none is named. Names of archives: these are made where they are named',
    required: false,
    valueHint: '…',
  },
  to: {
    type: 'string',
    description:
      'A folder, remote:path of rclone, or car:file.car for an archive, instead of configured mirrors',
    valueHint: 'place',
  },
  address: {
    type: 'string',
    description: 'With --to: the address of the mirror there, for its feeds',
    valueHint: 'https://…/',
  },
  tree: {
    type: 'string',
    description: 'Folder of the released tree; dist where absent',
    valueHint: 'folder',
  },
  content: contentArgument,
  'without-content': withoutContentArgument,
  repair: {
    type: 'boolean',
    description:
      'Look at what lies there itself, file by file, and send what is missing or different. It reads the whole mirror. Of a note there that is wrong nothing is believed',
    default: false,
  },
  create: {
    type: 'boolean',
    description:
      'Make a mirror’s folder that is not there, and fill one that is empty although it was published to before. For the first time; never in a timer',
    default: false,
  },
  history: historyArgument,
  'dry-run': {
    type: 'boolean',
    description: 'Say what would be sent, and send nothing',
    default: false,
  },
  json: { type: 'boolean', description: 'Print what was done as JSON', default: false },
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
