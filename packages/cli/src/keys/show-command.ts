import path from 'node:path';
import { fingerprintOf, type KeyFile, listKeyFiles, toWords } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRoot, type Role, ROLES } from '@tamizdat/verify';
import { describeFingerprint } from './describe-fingerprint.ts';
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

interface ShownKeys {
  fingerprint: string;
  words: string;
  /** The newest root. */
  root: { version: number; expires: string };
  roles: { role: Role; threshold: number; keys: { id: string; file: string | null }[] }[];
  /** Files whose keys count no more. */
  replaced: string[];
}

async function inspectKeys(folder: string): Promise<ShownKeys> {
  const roots = await loadRoots(folder);
  const newest = await parseRoot(roots.at(-1) ?? new Uint8Array());
  const files = listKeyFiles(folder);
  const counts = ({ id, role }: KeyFile): boolean => newest.roles[role].keyids.includes(id);
  const fingerprint = fingerprintOf(roots[0] ?? new Uint8Array());
  return {
    fingerprint,
    words: toWords(fingerprint),
    root: { version: newest.version, expires: new Date(newest.expires).toISOString() },
    roles: ROLES.map((role) => ({
      role,
      threshold: newest.roles[role].threshold,
      keys: newest.roles[role].keyids.map((id) => ({
        id,
        file: files.find((file) => file.id === id && file.role === role)?.name ?? null,
      })),
    })),
    replaced: files.filter((file) => !counts(file)).map(({ name }) => name),
  };
}

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
