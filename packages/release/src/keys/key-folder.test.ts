import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseRoot, verifyEd25519, verifySigned } from '@tamizdat/verify';
import { NOW } from '../../testing/sample-outlet.ts';
import { createSigningKey } from '../sign/signing-key.ts';
import { chooseSigners } from './choose-signers.ts';
import { fingerprintOf, formatFingerprint, parseWords, toWords } from './fingerprint.ts';
import { initKeys, makeKey, type NewKeys } from './init-keys.ts';
import { type KeyFile, parseKeyFile, Sealer, sealKey, startStretching } from './key-file.ts';
import {
  listKeyFiles,
  openKeyFolder,
  readEnvironmentKeys,
  writeKeyFile,
  writeSeed,
} from './key-folder.ts';
import { parseRecoveryWords } from './recovery-sheet.ts';

const PASSPHRASE = 'форточка скрипит на ветру';
const ask = (): Promise<string> => Promise.resolve(PASSPHRASE);
let folder = '';
let made: NewKeys;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  made = initKeys({ folder, passphrase: PASSPHRASE, now: NOW });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function readKey(name: string): KeyFile {
  return parseKeyFile(readFileSync(join(folder, `${name}.key.json`), 'utf8'), name);
}

test('keys are made with a first root that two of three root keys have to sign', async () => {
  expect(readdirSync(folder).sort()).toEqual([
    'root-1.key.json',
    'root-2.key.json',
    'root-3.key.json',
    'root.json',
    'snapshot.key.json',
    'targets.key.json',
    'timestamp.key.json',
  ]);
  const root = await parseRoot(new Uint8Array(readFileSync(join(folder, 'root.json'))));
  expect(root.roles.root).toMatchObject({ threshold: 2, keyids: { length: 3 } });
  await verifySigned(root, root, verifyEd25519);
  expect(fingerprintOf(made.root)).toBe(made.fingerprint);
});

test('no other user of the machine can read a key file, and one that they can is refused', () => {
  for (const { name } of listKeyFiles(folder))
    expect(statSync(join(folder, `${name}.key.json`)).mode & 0o777).toBe(0o600);
  const files = ['snapshot', 'targets'].map((name) => join(folder, `${name}.key.json`));
  for (const file of files) chmodSync(file, 0o640);
  expect(() => listKeyFiles(folder)).toThrow(`chmod 600 ${files.join(' ')}`);
  for (const file of files) chmodSync(file, 0o600);
});

test('a key opens with its passphrase and signs', async () => {
  const keys = (await openKeyFolder(folder, ['timestamp', 'root'], ask)).map(({ key }) => key);
  const root = await parseRoot(made.root);
  expect(chooseSigners(root, 'timestamp', keys)).toHaveLength(1);
  expect(chooseSigners(root, 'root', keys)).toHaveLength(2);
  expect(() => chooseSigners(root, 'targets', keys)).toThrow(
    'keys-missing: targets needs 1 of the keys that root 1 names, and 0 are at hand. 4 other keys',
  );
});

test('another passphrase opens nothing', async () => {
  const other = (): Promise<string> => Promise.resolve('совсем другие слова');
  await expect(openKeyFolder(folder, ['timestamp'], other)).rejects.toThrow('key-passphrase');
});

test('the passphrase is not asked for where nothing is sealed', async () => {
  const never = (): Promise<string> => Promise.reject(new Error('asked'));
  expect(await openKeyFolder(folder, [], never)).toEqual([]);
});

test.each<[string, (file: KeyFile) => KeyFile]>([
  ['role', (file) => ({ ...file, role: 'root' })],
  ['name', (file) => ({ ...file, name: 'root-1' })],
  ['id', (file) => ({ ...file, id: '0'.repeat(64) })],
  ['content', (file) => ({ ...file, sealed: `A${file.sealed.slice(1)}`.replace('AA', 'AB') })],
  ['nonce', (file) => ({ ...file, nonce: Buffer.alloc(12).toString('base64') })],
])('a key file with another %s does not open', async (_, change) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'keys-changed-'));
  writeKeyFile(elsewhere, { ...change(readKey('timestamp')) });
  await expect(openKeyFolder(elsewhere, ['timestamp', 'root'], ask)).rejects.toThrow(
    'key-passphrase',
  );
  rmSync(elsewhere, { recursive: true });
});

test.each([
  ['no JSON', '{'],
  ['another format', '{"format":"x"}'],
  ['a null', 'null'],
  [
    'no seal',
    JSON.stringify({ format: 'tamizdat-key', version: 1, role: 'root', name: 'x', id: 'x' }),
  ],
])('%s is not a key file, and nothing of it is repeated', (_, text) => {
  expect(() => parseKeyFile(text, 'x.key.json')).toThrow(/^key-file: x\.key\.json is not/);
});

test('a key file cannot ask for more memory than a passphrase is worth', () => {
  const greedy = { ...readKey('root-1'), scrypt: { ...startStretching(), N: 2 ** 21 } };
  expect(() => parseKeyFile(JSON.stringify(greedy), 'x')).toThrow('key-file');
});

test('keys are never written over', () => {
  expect(() => initKeys({ folder, passphrase: PASSPHRASE, now: NOW })).toThrow('key-exists');
  expect(fingerprintOf(new Uint8Array(readFileSync(join(folder, 'root.json'))))).toBe(
    made.fingerprint,
  );
});

test('a short passphrase is refused before anything is written', () => {
  const empty = mkdtempSync(join(tmpdir(), 'keys-none-'));
  expect(() => initKeys({ folder: empty, passphrase: 'short', now: NOW })).toThrow(
    'passphrase-short',
  );
  expect(readdirSync(empty)).toEqual([]);
  rmSync(empty, { recursive: true });
});

test.each([
  [0, 0],
  [2, 3],
  [10, 2],
  [1.5, 1],
])('%s root keys of which %s sign are refused', (count, threshold) => {
  const options = { folder, passphrase: PASSPHRASE, rootKeys: { count, threshold }, now: NOW };
  expect(() => initKeys(options)).toThrow('root-threshold');
});

test('a recovery sheet brings its root key back, as typed by a person', () => {
  const ids = listKeyFiles(folder)
    .filter(({ role }) => role === 'root')
    .map(({ id }) => id);
  expect(made.recoverySheets).toHaveLength(3);
  made.recoverySheets.forEach((sheet, at) => {
    expect(Math.max(...sheet.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
    expect(sheet).toContain(formatFingerprint(made.fingerprint.slice(0, 32)));
    const words = /слова:\n\n([^]*?)\n\n/.exec(sheet)?.[1] ?? '';
    expect(createSigningKey(parseRecoveryWords(words.toUpperCase())).id).toBe(ids[at]);
  });
  expect(() => parseRecoveryWords('abandon abandon')).toThrow('not-a-recovery-key');
});

test('a fingerprint reads the same as digits, in groups, and as words', () => {
  const { fingerprint } = made;
  expect(parseWords(formatFingerprint(fingerprint))).toBe(fingerprint);
  expect(parseWords(fingerprint.toUpperCase())).toBe(fingerprint);
  expect(toWords(fingerprint).split(' ')).toHaveLength(24);
  expect(parseWords(` ${toWords(fingerprint)}\n`)).toBe(fingerprint);
  // Of a fingerprint by chance, one wrong word of 256 would go through: the check has eight bits.
  const wrong = toWords('ab'.repeat(32)).replace(/^\S+/, 'zebra');
  expect(() => parseWords(wrong)).toThrow('not-a-fingerprint');
});

test('keys come from the environment, and an error does not show them', () => {
  const { seed } = makeKey('timestamp', 'timestamp');
  const environment = {
    TAMIZDAT_KEY_TIMESTAMP: ` ${writeSeed(seed)} ,`,
    TAMIZDAT_KEY_TARGETS: 'hunter2',
  };
  expect(readEnvironmentKeys('timestamp', environment).map(({ id }) => id)).toEqual([
    createSigningKey(seed).id,
  ]);
  expect(readEnvironmentKeys('snapshot', environment)).toEqual([]);
  const read = (): unknown => readEnvironmentKeys('targets', environment);
  expect(read).toThrow('TAMIZDAT_KEY_TARGETS does not hold a key');
  expect(read).not.toThrow('hunter2');
});

test('a key shows nothing of its seed when it is printed or turned into JSON', () => {
  const { seed } = makeKey('root', 'x');
  const key = createSigningKey(seed);
  const shown = `${JSON.stringify(key)} ${Object.values(key).join(' ')}`;
  for (const form of ['hex', 'base64', 'base64url'] as const)
    expect(shown).not.toContain(seed.toString(form));
  const file = JSON.stringify(
    sealKey(seed, { role: 'root', name: 'x' }, new Sealer(PASSPHRASE), startStretching()),
  );
  for (const form of ['hex', 'base64', 'base64url'] as const)
    expect(file).not.toContain(seed.toString(form));
});

test('a file that is too large to be a key is refused unread', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'keys-large-'));
  const padded = JSON.stringify(readKey('root-1')) + ' '.repeat(5_000);
  writeFileSync(join(elsewhere, 'x.key.json'), padded, { mode: 0o600 });
  expect(() => listKeyFiles(elsewhere)).toThrow('key-file');
  rmSync(elsewhere, { recursive: true });
});
