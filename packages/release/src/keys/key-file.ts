import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { type FileRole, ROLES } from '@tamizdat/verify';
import { ToldError } from '@tamizdat/problem';
import { createSigningKey, type SigningKey } from '../sign/signing-key.ts';
import { MAX_SCRYPT_N, MIN_PASSPHRASE, SCRYPT_N } from './limits.ts';

/** How a passphrase becomes the key that seals (RFC 7914). Files written together share it, and so its cost. */
export interface Stretching {
  N: number;
  r: number;
  p: number;
  /** Base64. */
  salt: string;
}

/** A key as it lies on a disk: JSON, sealed with a passphrase. */
export interface KeyFile {
  format: 'tamizdat-key';
  version: 1;
  role: FileRole;
  name: string;
  id: string;
  scrypt: Stretching;
  /** Base64: 12 bytes. */
  nonce: string;
  /** Base64: the 32 bytes of the seed under AES-256-GCM, and 16 of its tag. */
  sealed: string;
}

/** A key that was opened. */
export interface OpenKey {
  role: FileRole;
  name: string;
  key: SigningKey;
}

const SEED_BYTES = 32;
const TAG_BYTES = 16;

export function startStretching(): Stretching {
  return { N: SCRYPT_N, r: 8, p: 1, salt: randomBytes(16).toString('base64') };
}

/**
 * Turns passphrases into sealing keys, each once.
 * @throws ToldError `passphrase-short`
 */
export class Sealer {
  readonly #passphrase: string;
  readonly #keys = new Map<string, Buffer>();

  constructor(passphrase: string) {
    if (passphrase.length < MIN_PASSPHRASE)
      throw new ToldError(
        'passphrase-short',
        {
          en: `The passphrase has fewer than ${MIN_PASSPHRASE} characters.`,
          ru: `В пароле меньше знаков, чем нужно (${MIN_PASSPHRASE}).`,
        },
        { en: 'Take five or six random words.', ru: 'Возьмите пять-шесть случайных слов.' },
      );
    this.#passphrase = passphrase.normalize();
  }

  keyFor({ N, r, p, salt }: Stretching): Buffer {
    const name = [N, r, p, salt].join(' ');
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const options = { N, r, p, maxmem: 256 * N * r };
    const key = scryptSync(this.#passphrase, Buffer.from(salt, 'base64'), 32, options);
    this.#keys.set(name, key);
    return key;
  }
}

/** Seals the seed of a key. */
export function sealKey(
  seed: Uint8Array,
  about: { role: FileRole; name: string },
  sealer: Sealer,
  scrypt: Stretching,
): KeyFile {
  const { id } = createSigningKey(seed);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealer.keyFor(scrypt), nonce);
  cipher.setAAD(Buffer.from(bind(about.role, about.name, id)));
  const sealed = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
  return {
    format: 'tamizdat-key',
    version: 1,
    ...about,
    id,
    scrypt,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** What cannot be changed in a key file without its passphrase: a root key must not turn up as another one. */
function bind(role: FileRole, name: string, id: string): string {
  return JSON.stringify(['tamizdat-key', 1, role, name, id]);
}

/** Opens a key file. @throws ToldError `key-passphrase` as {@link openSeed} */
export function openKey(file: KeyFile, sealer: Sealer): OpenKey {
  const { role, name } = file;
  return { role, name, key: createSigningKey(openSeed(file, sealer)) };
}

/**
 * Opens a key file and gives the secret itself, to be handed to nobody but a keeper of secrets.
 * @returns 32 bytes
 * @throws ToldError `key-passphrase` for a wrong passphrase or a changed file
 */
export function openSeed(file: KeyFile, sealer: Sealer): Uint8Array {
  const { role, name, id } = file;
  const sealed = Buffer.from(file.sealed, 'base64');
  const opener = createDecipheriv(
    'aes-256-gcm',
    sealer.keyFor(file.scrypt),
    Buffer.from(file.nonce, 'base64'),
    { authTagLength: TAG_BYTES },
  );
  opener.setAAD(Buffer.from(bind(role, name, id)));
  opener.setAuthTag(sealed.subarray(SEED_BYTES));
  const seed = opener.update(sealed.subarray(0, SEED_BYTES));
  try {
    opener.final();
  } catch {
    throw new ToldError(
      'key-passphrase',
      {
        en: `The key ${name} does not open: another passphrase, or the file was changed.`,
        ru: `Ключ ${name} не открывается: пароль не тот или файл изменён.`,
      },
      {
        en: 'Type the passphrase again; if it is right, take the file from a backup or the recovery sheet.',
        ru: 'Введите пароль ещё раз; если он верен, возьмите файл из резервной копии или восстановите ключ по листу.',
      },
    );
  }
  return seed;
}

/**
 * Reads a key file; nothing of its content is repeated in an error.
 * @throws ToldError `key-file`
 */
export function parseKeyFile(text: string, name: string): KeyFile {
  try {
    const file = JSON.parse(text) as Partial<KeyFile>;
    if (isKeyFile(file)) return file;
  } catch {
    // Said below.
  }
  throw new ToldError(
    'key-file',
    {
      en: `${name} is not a key file of this version.`,
      ru: `${name} — не файл ключа этой версии.`,
    },
    {
      en: 'Take it from a backup, or restore the key from its recovery sheet.',
      ru: 'Возьмите его из резервной копии или восстановите ключ по листу.',
    },
  );
}

function isKeyFile(file: Partial<KeyFile>): file is KeyFile {
  const { scrypt, role, sealed, nonce } = file;
  return (
    file.format === 'tamizdat-key' &&
    (file.version as number) === 1 &&
    [...ROLES, 'addresses'].some((known) => known === role) &&
    [file.name, file.id, sealed, nonce, scrypt?.salt].every((text) => typeof text === 'string') &&
    Buffer.from(sealed ?? '', 'base64').length === SEED_BYTES + TAG_BYTES &&
    Buffer.from(nonce ?? '', 'base64').length === 12 &&
    isBearable(scrypt)
  );
}

/** Whether a file asks for no more memory and time than a passphrase is worth: 1 GiB. */
function isBearable(scrypt: Stretching | undefined): boolean {
  const { N = 0, r = 0, p = 0 } = scrypt ?? {};
  return Number.isInteger(Math.log2(N)) && N >= 2 && N <= MAX_SCRYPT_N && r === 8 && p === 1;
}
