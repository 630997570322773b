import path from 'node:path';
import { openKeyFolder, rotateRoot, Sealer } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRoot } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { parseReplaced, replaceKeys } from './replace-keys.ts';
import { loadRoots, writeNewestRoot } from './root-files.ts';

export default defineCommand({
  meta: {
    name: 'rotate',
    description:
      'Sign the next root: with new keys in place of some, or the same keys for another two years. Then release, so that readers learn of it. Exit codes: 0 signed, 1 failed, 2 usage.',
  },
  args: {
    folder: { type: 'positional', description: 'Folder of the keys', required: true },
    replace: {
      type: 'string',
      description:
        'Keys to replace: targets, snapshot, timestamp, or the first digits of a root key’s id, with commas between',
      valueHint: 'names',
    },
    json: { type: 'boolean', description: 'Print what was made as JSON', default: false },
  },
  async run({ args }) {
    const folder = path.resolve(args.folder);
    const roots = await loadRoots(folder);
    const newest = await parseRoot(roots.at(-1) ?? new Uint8Array());
    const replaced = parseReplaced(args.replace, newest);
    const passphrase = await askPassphrase();
    const opened = await openKeyFolder(folder, ['root'], () => Promise.resolve(passphrase));
    const present = opened.map(({ key }) => key);
    const next = replaceKeys(newest, replaced, new Sealer(passphrase));
    const keys = [...present, ...next.rootKeys];
    const rotated = await rotateRoot(roots, next.signers, keys, readNow());
    const version = newest.version + 1;
    // Keys first: a root that names keys which nobody has could never be followed by a release.
    const files = next.write(folder);
    const root = writeNewestRoot(folder, rotated);
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ version, root, keys: files }, undefined, 2)}\n`
        : `Root ${version}: ${root}\n${files.map((file) => `New key: ${file}\n`).join('')}Now make a release: readers learn of new keys with it.\n`,
    );
  },
});
