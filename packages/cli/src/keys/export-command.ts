import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { nameRefusal } from '@tamizdat/files';
import { listKeyFiles, openSeed, Sealer, writeSeed } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRoot } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent, defaultTree } from '../repository/folders.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { isWithin } from './is-within.ts';
import { loadRoots } from './root-files.ts';

const ONLINE = ['targets', 'snapshot', 'timestamp', 'addresses'] as const;
type OnlineRole = (typeof ONLINE)[number];

export default defineCommand({
  meta: {
    name: 'export',
    description:
      'Write the key of a role unsealed into a file, for the secrets of a build service: TAMIZDAT_KEY_TIMESTAMP and so on. Delete the file when it is there. Exit codes: 0 written, 1 failed, 2 usage.',
  },
  args: {
    folder: { type: 'positional', description: 'Folder of the keys', required: true },
    role: {
      type: 'string',
      description:
        'targets, snapshot, timestamp, or addresses (for the list of mirrors, where that is left to a key of its own); root keys stay offline',
      required: true,
      valueHint: 'role',
    },
    out: {
      type: 'string',
      description: 'New file, outside content and tree',
      required: true,
      valueHint: 'file',
    },
  },
  async run({ args }) {
    const [folder, out] = [path.resolve(args.folder), path.resolve(args.out)];
    const role = parseRole(args.role);
    const place = [defaultContent, defaultTree].find((one) => isWithin(out, one));
    if (place !== undefined)
      throw new UsageError(`${out} is inside ${place}, which is published. Name another file.`);
    const root = await parseRoot((await loadRoots(folder)).at(-1) ?? new Uint8Array());
    const files = listKeyFiles(folder).filter(({ id, role: of }) =>
      role === 'addresses' ? of === role : root.roles[role].keyids.includes(id),
    );
    if (files.length === 0)
      throw new Error(
        `No key for ${role} that counts is in ${folder}. “tamizdat keys show” lists them.`,
      );
    const sealer = new Sealer(await askPassphrase());
    writeSecret(out, files.map((file) => writeSeed(openSeed(file, sealer))).join(','));
    process.stdout.write(
      `Written to ${out}: set TAMIZDAT_KEY_${role.toUpperCase()} to what is in it, and delete it.\n`,
    );
  },
});

/** @throws UsageError */
function parseRole(text: string): OnlineRole {
  const role = ONLINE.find((one) => one === text);
  if (role !== undefined) return role;
  throw new UsageError(
    `--role is targets, snapshot, timestamp or addresses, not “${text}”. Root keys are never handed to a service.`,
  );
}

/** Nobody else may read it, and nothing is written over. */
function writeSecret(file: string, secret: string): void {
  const handle = openSync(file, 'wx', 0o600);
  nameRefusal(file, () => writeSync(handle, `${secret}\n`));
  closeSync(handle);
}
