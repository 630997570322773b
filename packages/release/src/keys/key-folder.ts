import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { nameRefusal } from '@tamizdat/files';
import type { FileRole } from '@tamizdat/verify';
import { ToldError } from '@tamizdat/problem';
import { createSigningKey, type SigningKey } from '../sign/signing-key.ts';
import { type KeyFile, openKey, type OpenKey, parseKeyFile, Sealer } from './key-file.ts';
import { MAX_KEY_FILE_BYTES } from './limits.ts';

const ENDING = '.key.json';

/** Gives the passphrase; asked only if a sealed file has to be opened. */
export type AskPassphrase = () => Promise<string>;

/**
 * Writes a key file that nobody else can read, and never over another one.
 * @throws ToldError `key-exists`
 */
export function writeKeyFile(folder: string, file: KeyFile): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${file.name}${ENDING}`);
  try {
    const handle = openSync(path, 'wx', 0o600);
    nameRefusal(path, () => writeSync(handle, `${JSON.stringify(file, null, 2)}\n`));
    closeSync(handle);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new ToldError(
      'key-exists',
      { en: `${path} is there already.`, ru: `${path} уже есть.` },
      {
        en: 'Name another folder. To replace keys, rotate them: what the old ones signed stays valid until then.',
        ru: 'Укажите другую папку. Чтобы заменить ключи, смените их (tamizdat keys rotate): до тех пор подписанное прежними остаётся в силе.',
      },
    );
  }
}

/**
 * Lists the key files of a folder by name.
 * @throws ToldError `key-readable` for a file that others can read, `key-file`
 */
export function listKeyFiles(folder: string): KeyFile[] {
  const paths = listPaths(folder);
  refuseReadable(paths);
  return paths.map(loadKeyFile);
}

/** A key file as it was found. */
export interface SeenKeyFile {
  path: string;
  /** Whether others on this machine can read it. */
  isReadable: boolean;
  /** Undefined where it is not a key file of this version, or cannot be read. */
  file: KeyFile | undefined;
}

/** Looks at the key files of a folder, by name, and refuses none: for whoever tells what is wrong with them. */
export function surveyKeyFiles(folder: string): SeenKeyFile[] {
  return listPaths(folder).map((path) => ({
    path,
    isReadable: isReadableByOthers(path),
    file: readOrNothing(path),
  }));
}

function listPaths(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  return names.sort().map((name) => join(folder, name));
}

function loadKeyFile(path: string): KeyFile {
  const { size } = statSync(path);
  return parseKeyFile(size > MAX_KEY_FILE_BYTES ? '' : readFileSync(path, 'utf8'), path);
}

function readOrNothing(path: string): KeyFile | undefined {
  try {
    return loadKeyFile(path);
  } catch {
    return undefined;
  }
}

/** Whether others on this machine can read a file or a folder; unknown on Windows, and then not. */
export function isReadableByOthers(path: string): boolean {
  if (process.platform === 'win32') return false;
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry !== undefined && (entry.mode & 0o077) !== 0;
}

/** @throws ToldError that names all of them */
function refuseReadable(paths: readonly string[]): void {
  const readable = paths.filter(isReadableByOthers);
  if (readable.length === 0) return;
  throw new ToldError(
    'key-readable',
    {
      en: `Others on this machine can read ${readable.join(', ')}.`,
      ru: `Другие на этой машине могут прочитать: ${readable.join(', ')}.`,
    },
    {
      en: `Run: chmod 600 ${readable.join(' ')}`,
      ru: `Выполните: chmod 600 ${readable.join(' ')}`,
    },
  );
}

/** Opens the keys of some roles in a folder. */
export async function openKeyFolder(
  folder: string,
  roles: readonly FileRole[],
  ask: AskPassphrase,
): Promise<OpenKey[]> {
  const files = listKeyFiles(folder).filter(({ role }) => roles.includes(role));
  if (files.length === 0) return [];
  const sealer = new Sealer(await ask());
  return files.map((file) => openKey(file, sealer));
}

/** What an unsealed key begins with, in a file or a variable. */
export const SEED_PREFIX = 'ed25519-seed:';

/** Writes a key as a secret of a build service holds it, for instance in `TAMIZDAT_KEY_TIMESTAMP`. */
export function writeSeed(seed: Uint8Array): string {
  return `${SEED_PREFIX}${Buffer.from(seed).toString('base64url')}`;
}

/**
 * Reads the keys of a role from the environment: `TAMIZDAT_KEY_TARGETS`, `TAMIZDAT_KEY_SNAPSHOT`,
 * `TAMIZDAT_KEY_TIMESTAMP`, `TAMIZDAT_KEY_ADDRESSES`, several separated by commas. Root keys have no place there.
 * @throws ToldError `key-environment`, without the value
 */
export function readEnvironmentKeys(
  role: Exclude<FileRole, 'root'>,
  environment: Readonly<Record<string, string | undefined>>,
): SigningKey[] {
  const variable = `TAMIZDAT_KEY_${role.toUpperCase()}`;
  const seeds = (environment[variable] ?? '').split(',').map((text) => text.trim());
  return seeds.filter(Boolean).map((text) => {
    const seed = Buffer.from(text.slice(SEED_PREFIX.length), 'base64url');
    if (text.startsWith(SEED_PREFIX) && seed.length === 32) return createSigningKey(seed);
    throw new ToldError(
      'key-environment',
      { en: `${variable} does not hold a key.`, ru: `В ${variable} лежит не ключ.` },
      {
        en: `Set it to what the key was exported as; it begins with ${SEED_PREFIX}`,
        ru: `Впишите то, в чём ключ был выгружен; оно начинается с ${SEED_PREFIX}`,
      },
    );
  });
}
