import path from 'node:path';
import { parseRoot, signAgain } from '@tamizdat/release';
import { withLock } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { isWithin } from '../keys/is-within.ts';
import { loadRoots } from '../keys/root-files.ts';
import { refuseKeysInside, releaseState } from '../release/find-outlet.ts';
import { openSigners } from '../release/open-signers.ts';

export default defineCommand({
  meta: {
    name: 'refresh',
    description:
      'Sign again that the present release is the newest, for another week. Only the key for timestamps is used: from the folder, or TAMIZDAT_KEY_TIMESTAMP. Exit codes: 0 signed, 1 failed, 2 usage.',
  },
  args: {
    tree: { type: 'positional', description: 'Folder of the released tree', required: true },
    keys: {
      type: 'string',
      description: 'Folder of the key and of all roots',
      valueHint: 'folder',
      required: true,
    },
    content: {
      type: 'string',
      description: 'Folder beside which .tamizdat/release/ lies; it is not read',
      valueHint: 'folder',
    },
  },
  async run({ args }) {
    const [tree, keys] = [path.resolve(args.tree), path.resolve(args.keys)];
    refuseKeysInside(isWithin(keys, tree), keys, tree);
    const state = releaseState(args.content);
    await withLock(`${state}.lock`, async () => {
      const now = readNow();
      const root = await parseRoot((await loadRoots(keys)).at(-1) ?? new Uint8Array());
      const signers = await openSigners(keys, root, ['timestamp']);
      signAgain({ state, tree }, { what: 'timestamp', keys: signers }, now);
    });
    process.stdout.write('Signed for another week.\n');
  },
});
