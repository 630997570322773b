import type { ParsedArgs } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';

/** What `tamizdat release` takes. */
export const args = {
  tree: { type: 'positional', description: 'Folder of the finished tree', required: true },
  keys: {
    type: 'string',
    description:
      'Folder of the keys, or of root.json alone where the keys stand in the environment',
    valueHint: 'folder',
    required: true,
  },
  content: contentArgument,
  full: {
    type: 'boolean',
    description:
      'Check, read and hash every file, not only those that differ from what was signed last',
    default: false,
  },
  'yes-i-looked': {
    type: 'boolean',
    description: 'Release even if something should be looked at first',
    default: false,
  },
  json: { type: 'boolean', description: 'Print what was made as JSON', default: false },
} as const;

export type Options = ParsedArgs<typeof args>;
