import path from 'node:path';
import { listKeyFiles } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { describeFingerprint } from './describe-fingerprint.ts';
import { judgeKeys, type ShownKeys } from './judge-keys.ts';
import { loadRoots } from './root-files.ts';

export default defineCommand({
  meta: {
    name: 'show',
    description:
      'Show an outlet’s fingerprint, who signs for what, and which keys are in a folder. No passphrase is needed. Exit codes: 0 shown, 1 a file cannot be used, 2 usage.',
  },
  args: {
    folder: { type: 'positional', description: 'Folder of the keys', required: true },
    json: { type: 'boolean', description: 'Print it as JSON', default: false },
  },
  async run({ args }) {
    const folder = path.resolve(args.folder);
    const shown = await inspectKeys(folder);
    process.stdout.write(args.json ? `${JSON.stringify(shown, undefined, 2)}\n` : describe(shown));
  },
});

const inspectKeys = async (folder: string): Promise<ShownKeys> =>
  judgeKeys(await loadRoots(folder), listKeyFiles(folder));

function describe({ fingerprint, root, roles, replaced }: ShownKeys): string {
  const lines = [
    'Fingerprint:',
    ...describeFingerprint(fingerprint),
    '',
    `Root ${root.version}, valid until ${root.expires.slice(0, 10)}.`,
    ...roles.flatMap(({ role, threshold, keys }) => [
      `${role}: ${threshold} of ${keys.length} sign`,
      ...keys.map(({ id, file }) => `  ${id.slice(0, 16)}  ${file ?? 'not in this folder'}`),
    ]),
    ...replaced.map((name) => `${name} was replaced and counts no more`),
  ];
  return `${lines.join('\n')}\n`;
}
