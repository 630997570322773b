import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { type FileRole, type Role, ROLES } from '@tamizdat/verify';
import { ToldError } from '@tamizdat/problem';
import type { Bytes } from '../sign/sign-metadata.ts';
import { signRoot } from '../sign/sign-root.ts';
import { createSigningKey } from '../sign/signing-key.ts';
import { fingerprintOf } from './fingerprint.ts';
import { Sealer, sealKey, startStretching } from './key-file.ts';
import { writeKeyFile } from './key-folder.ts';
import { MAX_ROOT_KEYS } from './limits.ts';
import { buildRecoverySheet } from './recovery-sheet.ts';

export interface InitOptions {
  /** Made if it is missing. Key files in it are never written over. */
  folder: string;
  passphrase: string;
  /** How many root keys there are, and how many must sign: 2 of 3 if nothing is said. */
  rootKeys?: { count: number; threshold: number };
  /** Milliseconds since 1970. */
  now: number;
}

export interface NewKeys {
  /** The first root, as it also stands in `root.json`. */
  root: Bytes;
  /** 64 hexadecimal digits. */
  fingerprint: string;
  /** One for each root key, to be printed and kept apart. They hold the keys themselves. */
  recoverySheets: string[];
}

/** A key in the making. */
interface NewKey<Of extends FileRole = Role> {
  role: Of;
  name: string;
  seed: Buffer;
}

/**
 * Makes all keys of an outlet and its first root: `<name>.key.json` for each, and `root.json`, which is public.
 * @throws ToldError `root-threshold`, `passphrase-short`, `key-exists`
 */
export function initKeys({ folder, passphrase, rootKeys, now }: InitOptions): NewKeys {
  const { count, threshold } = rootKeys ?? { count: 3, threshold: 2 };
  refuseThreshold(count, threshold);
  const sealer = new Sealer(passphrase);
  const keys = [
    ...Array.from({ length: count }, (_, at) => makeKey('root', `root-${at + 1}`)),
    ...(['targets', 'snapshot', 'timestamp'] as const).map((role) => makeKey(role, role)),
  ];
  const scrypt = startStretching();
  for (const { seed, ...about } of keys) writeKeyFile(folder, sealKey(seed, about, sealer, scrypt));
  const signing = keys.map(({ role, seed }) => ({ role, key: createSigningKey(seed) }));
  const keysOf = (role: Role) => signing.filter((one) => one.role === role).map(({ key }) => key);
  const signers = ROLES.map((role) => [
    role,
    { keys: keysOf(role), threshold: role === 'root' ? threshold : 1 },
  ]);
  const root = signRoot({
    version: 1,
    now,
    signers: Object.fromEntries(signers) as Parameters<typeof signRoot>[0]['signers'],
    keys: keysOf('root'),
  });
  writeWhole(join(folder, 'root.json'), root);
  const fingerprint = fingerprintOf(root);
  const roots = keys.filter(({ role }) => role === 'root');
  const recoverySheets = roots.map(({ name, seed }) =>
    buildRecoverySheet({ name, seed, fingerprint, count, threshold }),
  );
  return { root, fingerprint, recoverySheets };
}

export function makeKey<Of extends FileRole>(role: Of, name: string): NewKey<Of> {
  return { role, name, seed: randomBytes(32) };
}

function refuseThreshold(count: number, threshold: number): void {
  const isWhole = Number.isInteger(count) && Number.isInteger(threshold);
  if (isWhole && threshold >= 1 && count >= threshold && count <= MAX_ROOT_KEYS) return;
  throw new ToldError(
    'root-threshold',
    {
      en: `${threshold} of ${count} root keys cannot sign.`,
      ru: `Нельзя потребовать подписи ${threshold} из ${count} корневых ключей.`,
    },
    {
      en: `Ask for at least 1 of them, and for no more than there are; at most ${MAX_ROOT_KEYS}. Example: 2 of 3.`,
      ru: `Требуйте хотя бы 1 подпись и не больше, чем есть ключей; ключей — не больше ${MAX_ROOT_KEYS}. Например, 2 из 3.`,
    },
  );
}
