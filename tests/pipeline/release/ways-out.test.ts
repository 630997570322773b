import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { finishPage } from '@tamizdat/tree';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContentFolder } from '../fixture/content-folder.ts';
import { runTamizdat } from '../workplace/run-tamizdat.ts';
import { PASSPHRASE, SampleOutlet } from './sample-outlet.ts';

/** What KEYS.md says of lost and stolen keys, walked with the commands that it names. */
const repository = path.resolve(import.meta.dirname, '../../..');
const outlet = new SampleOutlet();
const content = new ContentFolder(path.join(outlet.folder, 'work/content'));
const memory = path.join(outlet.folder, 'memory');
const ROLES = ['targets', 'snapshot', 'timestamp'] as const;
/** What a thief took: each online key as it was. */
const stolen: Record<string, string> = {};
let said = '';

beforeAll(async () => {
  await content.fill();
  rmSync(outlet.tree, { recursive: true });
  const html =
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title></head><body><p>A story.</body></html>';
  outlet.write('en/a.html', finishPage(html, 'en/a.html'));
  for (const role of ROLES) stolen[role] = await takeKey(role);
});
afterAll(() => {
  outlet.remove();
});

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const ran = await runTamizdat(repository, args, {
    env: { TAMIZDAT_PASSPHRASE: PASSPHRASE, ...env },
  });
  said += ran.output;
  expect(ran.output).not.toContain('    at ');
  return ran;
}

async function succeed(args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, output } = await run(args, env);
  expect([code, output]).toEqual([0, output]);
  return output;
}

async function takeKey(role: string): Promise<string> {
  const file = path.join(outlet.folder, `${role}.secret`);
  await succeed(['keys', 'export', outlet.keys, '--role', role, '--out', file]);
  const secret = readFileSync(file, 'utf8').trim();
  rmSync(file);
  return secret;
}

const place = (keys = outlet.keys) => [outlet.tree, '--keys', keys, '--content', content.root];
const release = (env: NodeJS.ProcessEnv = {}, keys = outlet.keys) =>
  run(['release', ...place(keys)], env);
const verify = (tree = outlet.tree) =>
  run(['verify', tree, '--root', outlet.fingerprint, '--memory', memory]);
const containing = (words: string) => expect.stringContaining(words) as string;
const environment = () => ({
  TAMIZDAT_PASSPHRASE: '',
  TAMIZDAT_KEY_TARGETS: stolen['targets'],
  TAMIZDAT_KEY_SNAPSHOT: stolen['snapshot'],
  TAMIZDAT_KEY_TIMESTAMP: stolen['timestamp'],
});

it('a build service releases with keys from its secrets, and a folder with root.json alone', async () => {
  const roots = path.join(outlet.folder, 'roots');
  mkdirSync(roots);
  copyFileSync(path.join(outlet.keys, 'root.json'), path.join(roots, 'root.json'));
  expect(await release(environment(), roots)).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ code: 0 });
  const others = { ...environment(), TAMIZDAT_KEY_SNAPSHOT: '' };
  expect(await release(others, roots)).toMatchObject({
    code: 1,
    output: containing('TAMIZDAT_KEY_SNAPSHOT'),
  });
});

it.each(ROLES)('the key for %s is lost: a root that names another', async (role) => {
  for (const name of readdirSync(outlet.keys))
    if (name.startsWith(role) && name.endsWith('.key.json')) rmSync(path.join(outlet.keys, name));
  expect(await release()).toMatchObject({ code: 1, output: containing(`${role} needs 1`) });
  await succeed(['keys', 'rotate', outlet.keys, '--replace', role]);
  expect(await release()).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ code: 0, output: containing('Genuine') });
});

it('all online keys were stolen: what the thief signs is refused by who has seen the new root', async () => {
  const thief = await release(environment());
  expect(thief).toMatchObject({ code: 1, output: containing('were replaced') });
  const refreshed = await run(
    ['refresh', outlet.tree, '--root', outlet.fingerprint, '--memory', memory],
    environment(),
  );
  expect(refreshed).toMatchObject({ code: 1, output: containing('were replaced') });
});

it('one root key of three is lost: the two others name another in its place', async () => {
  const [first = ''] = readdirSync(outlet.keys).filter((name) => name.startsWith('root-1.'));
  const { id } = JSON.parse(readFileSync(path.join(outlet.keys, first), 'utf8')) as { id: string };
  rmSync(path.join(outlet.keys, first));
  await succeed(['keys', 'rotate', outlet.keys, '--replace', id.slice(0, 12)]);
  expect(await release()).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ code: 0 });
  expect(await succeed(['keys', 'show', outlet.keys])).not.toContain(id.slice(0, 16));
});

it('two root keys of three are lost: nothing can be replaced without the recovery sheets', async () => {
  const roots = readdirSync(outlet.keys).filter((name) => /^root-.*key\.json$/.test(name));
  for (const name of roots.slice(0, 2)) rmSync(path.join(outlet.keys, name));
  const { code, output } = await run(['keys', 'rotate', outlet.keys, '--replace', 'targets']);
  expect([code, output]).toEqual([1, containing('keys-missing')]);
  expect(await release()).toMatchObject({ code: 0 });
});

it('no command said a key', () => {
  expect(Object.keys(stolen)).toHaveLength(3);
  for (const secret of Object.values(stolen)) {
    expect(secret).toMatch(/^ed25519-seed:/);
    expect(said).not.toContain(secret.slice(-30));
  }
});
