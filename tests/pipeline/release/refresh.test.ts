import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTamizdat } from '../workplace/run-tamizdat.ts';
import { PASSPHRASE, SampleOutlet } from './sample-outlet.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const outlet = new SampleOutlet();
const forger = new SampleOutlet();
const LATE = '2026-12-10T12:00:00Z';
let first: string;
/** What a build service would hold. */
let secret: string;
let said = '';
let memories = 0;

beforeAll(async () => {
  await outlet.release();
  first = outlet.copy('first');
  outlet.write('en/a.html', 'a corrected story');
  await outlet.release();
  await forger.release();
  const file = path.join(outlet.folder, 'secret');
  const exported = ['keys', 'export', outlet.keys, '--role', 'timestamp', '--out', file];
  expect(await run(exported, { TAMIZDAT_PASSPHRASE: PASSPHRASE })).toMatchObject({ code: 0 });
  secret = readFileSync(file, 'utf8').trim();
});
afterAll(() => {
  outlet.remove();
  forger.remove();
});

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const ran = await runTamizdat(repository, args, { now: LATE, env });
  said += ran.output;
  expect(ran.output).not.toContain('    at ');
  return ran;
}

const newMemory = (): string => path.join(outlet.folder, `seen-${memories++}`);
const refresh = (place: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  run(
    [
      'refresh',
      place,
      '--content',
      path.join(outlet.folder, 'content'),
      '--memory',
      newMemory(),
      ...args,
    ],
    { TAMIZDAT_KEY_TIMESTAMP: secret, ...env },
  );
const verify = (place: string) =>
  run(['verify', place, '--root', outlet.fingerprint, '--memory', newMemory()]);
const containing = (words: string) => expect.stringContaining(words) as string;
const root = () => ['--root', outlet.fingerprint];

/** A folder with `release/` and nothing of the site. */
function copyRelease(name: string, from = outlet.tree): string {
  const place = path.join(outlet.folder, name);
  cpSync(path.join(from, 'release'), path.join(place, 'release'), { recursive: true });
  return place;
}

it('a folder release/, one key and a fingerprint are enough for another week', async () => {
  const place = copyRelease('bare');
  expect(await refresh(place, root())).toMatchObject({
    code: 0,
    output: containing('Release 2 is signed as the newest'),
  });
  cpSync(path.join(place, 'release'), path.join(outlet.tree, 'release'), { recursive: true });
  expect(await verify(outlet.tree)).toMatchObject({ code: 0 });
});

it('the key may lie in a folder with root.json, which says whose release it is', async () => {
  const place = copyRelease('by-folder', first);
  const keys = path.join(outlet.folder, 'timer');
  mkdirSync(keys);
  for (const name of ['root.json', 'timestamp.key.json'])
    cpSync(path.join(outlet.keys, name), path.join(keys, name));
  const env = { TAMIZDAT_KEY_TIMESTAMP: '', TAMIZDAT_PASSPHRASE: PASSPHRASE };
  expect(await refresh(place, ['--keys', keys], env)).toMatchObject({ code: 0 });
});

it('a mirror is refreshed into a folder with two files to upload', async () => {
  const mirror = await outlet.serve(first);
  expect(await refresh(mirror, root())).toMatchObject({ code: 2, output: containing('--out') });
  const out = path.join(outlet.folder, 'upload');
  expect(await refresh(mirror, [...root(), '--out', out])).toMatchObject({ code: 0 });
  expect(readdirSync(path.join(out, 'release'))).toEqual(['bundle.json', 'timestamp.json']);
  const copy = outlet.copy('uploaded');
  rmSync(copy, { recursive: true });
  cpSync(first, copy, { recursive: true });
  cpSync(out, copy, { recursive: true });
  expect(await verify(copy)).toMatchObject({ code: 0, output: containing('release 1') });
});

it('nothing is signed for a publisher that nobody named, for a foreign one, or for an older release', async () => {
  const place = copyRelease('unnamed');
  const before = readFileSync(path.join(place, 'release/timestamp.json'), 'utf8');
  expect(await refresh(place)).toMatchObject({ code: 2, output: containing('--root') });
  expect(await refresh(forger.tree, root())).toMatchObject({
    code: 1,
    output: containing('Nothing was signed'),
  });
  const memory = ['--memory', newMemory()];
  expect(await refresh(place, [...root(), ...memory])).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(place, 'release/timestamp.json'), 'utf8')).not.toBe(before);
  expect(await refresh(copyRelease('old', first), [...root(), ...memory])).toMatchObject({
    code: 1,
    output: containing('rollback'),
  });
});

it('nothing is signed with another key, or with none', async () => {
  const place = copyRelease('keyless');
  const none = await refresh(place, root(), { TAMIZDAT_KEY_TIMESTAMP: '' });
  expect([none.code, none.output]).toEqual([1, containing('keys-missing')]);
  const other = `ed25519-seed:${Buffer.alloc(32, 7).toString('base64url')}`;
  const foreign = await refresh(place, root(), { TAMIZDAT_KEY_TIMESTAMP: other });
  expect([foreign.code, foreign.output]).toEqual([1, containing('were replaced, or are another')]);
  const broken = await refresh(place, root(), { TAMIZDAT_KEY_TIMESTAMP: 'my secret' });
  expect([broken.code, broken.output]).toEqual([1, containing('does not hold a key')]);
  expect(broken.output).not.toContain('my secret');
});

it('what else has expired is told', async () => {
  const { output } = await runTamizdat(
    repository,
    ['refresh', copyRelease('aged'), ...root(), '--memory', newMemory()],
    { now: '2028-01-01T00:00:00Z', env: { TAMIZDAT_KEY_TIMESTAMP: secret } },
  );
  expect(output).toContain('to be signed by a release: targets, snapshot');
});

it('the key is never said', () => {
  expect(secret).toMatch(/^ed25519-seed:/);
  expect(said).not.toContain(secret.slice(-20));
  expect(said).not.toContain('ed25519-seed:A');
});
