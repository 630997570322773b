import type { ParsedArgs } from 'citty';
import { proxyArgument } from '../mirror/proxy-argument.ts';
import { STATE } from '../repository/folders.ts';

/** What `tamizdat refresh` takes. */
export const args = {
  place: {
    type: 'positional',
    description: 'Folder that holds release/, or the address of a mirror',
    required: true,
  },
  keys: {
    type: 'string',
    description: 'Folder of the key; not needed where TAMIZDAT_KEY_TIMESTAMP is set',
    valueHint: 'folder',
  },
  root: {
    type: 'string',
    description:
      'Whose release it is: the file of the outlet’s first root, or its fingerprint (default: TAMIZDAT_ROOT, root.json of the keys, then what was remembered)',
    valueHint: 'file or fingerprint',
  },
  out: {
    type: 'string',
    description: 'Folder for the two new files in release/ (default: the folder that was named)',
    valueHint: 'folder',
  },
  proxy: proxyArgument,
  memory: {
    type: 'string',
    description: `Folder of the newest release seen of each outlet (default: ${STATE}/seen)`,
    valueHint: 'folder',
  },
  content: {
    type: 'string',
    description: 'Folder beside which releases are made, so that both cannot run at once',
    valueHint: 'folder',
  },
} as const;

export type Options = ParsedArgs<typeof args>;
