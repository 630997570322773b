import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { finishPage, holdTree } from '@tamizdat/tree';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ContentFolder } from '../fixture/content-folder.ts';
import { findTraces } from '../workplace/find-traces.ts';
import { runTamizdat } from '../workplace/run-tamizdat.ts';
import { PASSPHRASE, SampleOutlet } from './sample-outlet.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const outlet = new SampleOutlet();
const content = new ContentFolder(path.join(outlet.folder, 'work/content'));
const tree = path.join(outlet.folder, 'site');
const memory = path.join(outlet.folder, 'memory');
/** Everything that any command said. */
let said = '';

beforeAll(async () => {
  await content.fill();
  writePage('en/a.html', '<p>A story.');
});
afterAll(() => {
  outlet.remove();
});

function writePage(file: string, body: string, style = ''): void {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title>${style}</head><body>${body}</body></html>`;
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
  writeFileSync(path.join(tree, file), finishPage(html, file));
}

async function run(args: string[], { now, ...env }: Record<string, string> = {}) {
  const options = { env: { TAMIZDAT_PASSPHRASE: PASSPHRASE, ...env }, ...(now ? { now } : {}) };
  const ran = await runTamizdat(repository, args, options);
  said += ran.output;
  expect(ran.output).not.toContain('    at ');
  return ran;
}

const place = () => [tree, '--keys', outlet.keys, '--content', content.root];
const verify = (now?: string) =>
  run(['verify', tree, '--root', outlet.fingerprint, '--memory', memory], now ? { now } : {});
const containing = (words: string) => expect.stringContaining(words) as string;

it('a tree is released, verified, changed and released again', async () => {
  const first = await run(['release', ...place()]);
  expect(first).toMatchObject({ code: 0, output: containing('Release 1: 1 files') });
  expect(first.output).toContain(outlet.fingerprint);
  expect(await verify()).toMatchObject({ code: 0 });
  writePage('en/b.html', '<p>Another.');
  expect(await verify()).toMatchObject({ code: 0, output: containing('Warning: en/b.html') });
  // Nobody built this tree, which is told beside what was made.
  const alone = ['--full', '--yes-i-looked', '--without-content', '--json'];
  const second = await run(['release', ...place(), ...alone]);
  expect(JSON.parse(second.output)).toMatchObject({ number: 2, changed: 1 });
  expect(await verify()).toMatchObject({ code: 0, output: containing('release 2') });
});

it('a refresh makes an expired release fresh, with no key but one', async () => {
  const late = '2026-12-10T12:00:00Z';
  expect(await verify(late)).toMatchObject({ code: 3 });
  expect(await run(['refresh', ...place()], { now: late })).toMatchObject({ code: 0 });
  expect(await verify(late)).toMatchObject({ code: 0 });
});

it('replaced keys reach readers with the next release', async () => {
  const rotated = await run(['keys', 'rotate', outlet.keys, '--replace', 'timestamp,targets']);
  expect(rotated).toMatchObject({ code: 0 });
  expect(await run(['release', ...place()])).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ code: 0, output: containing('release 3') });
});

it('nothing is signed where the checker finds a problem or the tree is a preview, and all is told', async () => {
  const before = readFileSync(path.join(tree, 'release/timestamp.json'), 'utf8');
  writePage('en/dead.html', '<a href="/en/none.html">none</a>');
  writePage('en/draft.html', '<p>Draft.', '<style>.draft{color:red}</style>');
  const { code, output } = await run(['release', ...place()]);
  expect([code, output]).toEqual([1, containing('link-dead')]);
  expect(output).toContain('en/draft.html: preview-tree');
  expect(readFileSync(path.join(tree, 'release/timestamp.json'), 'utf8')).toBe(before);
  execFileSync('rm', [path.join(tree, 'en/dead.html'), path.join(tree, 'en/draft.html')]);
});

it('nothing is signed with other keys than readers are told of, unless somebody looked', async () => {
  const told = 'b0c450574c391ddd5559eb05c24816ea284812e3fea7fa88cb6c723ba0df8f8e';
  const before = readFileSync(path.join(content.root, 'outlet.yaml'), 'utf8');
  content.write('outlet.yaml', `${before}rootFingerprint: ${told}\n`);
  const { code, output } = await run(['release', ...place()]);
  expect([code, output]).toEqual([1, containing(`rootFingerprint: ${outlet.fingerprint}`)]);
  expect(await run(['release', ...place(), '--yes-i-looked'])).toMatchObject({ code: 0 });
  content.write('outlet.yaml', `${before}rootFingerprint: ${outlet.fingerprint}\n`);
  expect(await run(['release', ...place()])).toMatchObject({ code: 0 });
  content.write('outlet.yaml', before);
});

it('nothing is signed for an outlet in which something of the sample is left', async () => {
  const before = readFileSync(path.join(content.root, 'outlet.yaml'), 'utf8');
  content.write('outlet.yaml', before.replace('sample.example', 'fortochka.example'));
  const { code, output } = await run(['release', ...place()]);
  expect([code, output]).toEqual([1, containing('sample-setting: content/outlet.yaml:3')]);
  content.write('outlet.yaml', before);
  content.write(
    'mirrors.yaml',
    'mirrors: [{ name: a, address: https://library.example/fortochka/, kind: copied }]\n',
  );
  const list = await run(['mirrors', 'sign', tree, '--keys', outlet.keys, ...place().slice(-2)]);
  expect([list.code, list.output]).toEqual([1, containing('sample-setting')]);
  expect(await run(['release', ...place()])).toMatchObject({ code: 1 });
  rmSync(path.join(content.root, 'mirrors.yaml'));
});

it('announced mirrors are signed with a release, and alone without one', async () => {
  const list = (text: string): void => {
    content.write('mirrors.yaml', `mirrors:\n${text}`);
  };
  const signed = () => {
    const bundle = readFileSync(path.join(tree, 'release/bundle.json'), 'utf8');
    return JSON.parse(bundle) as {
      mirrors: { number: number; mirrors: { base: string; worker: boolean }[] };
      release: { number: number };
    };
  };
  const one = '  - { name: one, address: "https://One.example/site", kind: copied }\n';
  const onion = `  - { name: onion, address: "http://${'a'.repeat(56)}.onion/", kind: copied }\n`;
  list(one);
  expect(await run(['release', ...place()])).toMatchObject({ code: 0 });
  const before = signed();
  expect(before.mirrors.mirrors).toMatchObject([
    { base: 'https://one.example/site/', worker: true },
  ]);
  list(one + onion);
  const made = await run(['mirrors', 'sign', ...place()]);
  expect(made).toMatchObject({ code: 0, output: containing('signed: 2') });
  expect(signed()).toMatchObject({
    release: { number: before.release.number },
    mirrors: { number: before.mirrors.number + 1, mirrors: [{}, { worker: false }] },
  });
  expect(await verify()).toMatchObject({ code: 0 });
  content.write('mirrors.yaml', 'mirrors: []\n');
  const none = await run(['mirrors', 'sign', ...place()]);
  expect(none).toMatchObject({
    code: 0,
    output: containing('sign it a second time: tamizdat mirrors sign'),
  });
  const again = await run(['mirrors', 'sign', '--again', ...place()]);
  expect(again.output).not.toContain('--again');
  expect(signed().mirrors).toEqual({
    ...signed().mirrors,
    ...{ number: before.mirrors.number + 3, mirrors: [] },
  });
  const elsewhere = path.join(outlet.folder, 'no-tree');
  const missed = await run(['mirrors', 'sign', elsewhere, ...place().slice(1)]);
  expect(missed).toMatchObject({ code: 2, output: containing('There is no signed release in') });
  expect(existsSync(elsewhere)).toBe(false);
  list('  - { name: two, address: "http://two.example/", kind: copied }\n');
  for (const command of [['release'], ['mirrors', 'sign']]) {
    const { code, output } = await run([...command, ...place()]);
    expect([code, output]).toEqual([1, containing('mirror-address-not-https')]);
  }
  list(one);
  const reserve = path.join(outlet.folder, 'reserve.yaml');
  writeFileSync(
    reserve,
    'mirrors: [{ name: r, address: "https://reserve.example/", kind: copied }]',
  );
  await run(['release', ...place()], { TAMIZDAT_RESERVE: reserve });
  await run(['mirrors', 'sign', ...place()], { TAMIZDAT_RESERVE: reserve });
  expect(signed().mirrors.mirrors).toHaveLength(1);
  expect(findTraces(tree, 'reserve.example')).toEqual([]);
});

it('lists are signed without the key for targets once they are left to a key of their own', async () => {
  const list = (...names: string[]): void => {
    const lines = names.map(
      (one) => `  - { name: ${one}, address: "https://${one}.example/", kind: copied }\n`,
    );
    content.write('mirrors.yaml', `mirrors:\n${lines.join('')}`);
  };
  expect(await run(['mirrors', 'delegate', ...place()])).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ code: 0 });
  const targets = readdirSync(outlet.keys).filter((name) => name.startsWith('targets'));
  const away = path.join(outlet.folder, 'away');
  mkdirSync(away);
  for (const name of targets) renameSync(path.join(outlet.keys, name), path.join(away, name));
  list('one', 'two', 'three');
  const signed = await run(['mirrors', 'sign', ...place()]);
  expect(signed).toMatchObject({ code: 0, output: containing('signed: 3') });
  expect(await verify()).toMatchObject({ code: 0 });
  expect(await run(['release', ...place()])).toMatchObject({
    code: 1,
    output: containing('targets'),
  });
  for (const name of targets) renameSync(path.join(away, name), path.join(outlet.keys, name));
  expect(await run(['release', ...place()])).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ code: 0 });
});

it('two releases cannot run at once', async () => {
  const lock = path.join(content.root, '../outlet-state/release.lock');
  writeFileSync(lock, `${process.pid}\n`);
  expect(await run(['release', ...place()])).toMatchObject({
    code: 1,
    output: containing('Another run'),
  });
  execFileSync('rm', [lock]);
});

it('nothing is signed while a build writes the tree', async () => {
  const journal = path.join(repository, '.cache/publish');
  const during = await holdTree({ to: tree, journal }, () => run(['release', ...place()]));
  expect(during).toMatchObject({ code: 1, output: containing('Another run') });
  expect(await run(['release', ...place()])).toMatchObject({ code: 0 });
});

it.each([
  [() => ['/no/such', '--keys', outlet.keys], 'There is no folder /no/such'],
  [() => [tree, '--keys', path.join(tree, 'keys')], 'which is published'],
  [() => [tree, '--keys', outlet.folder], 'There is no root.json'],
])('%# is refused in words: %s', async (args, words) => {
  const { code, output } = await run(['release', ...args(), '--content', content.root]);
  expect([code, output]).toEqual([2, containing(words)]);
});

it('no key or passphrase is said, or stands in the tree', () => {
  const everything = said + execFileSync('grep', ['-rah', '', tree], { encoding: 'utf8' });
  const names = execFileSync('ls', [outlet.keys], { encoding: 'utf8' }).split('\n');
  const sealed = names
    .filter((name) => name.endsWith('.key.json'))
    .map(
      (name) =>
        JSON.parse(readFileSync(path.join(outlet.keys, name), 'utf8')) as { sealed: string },
    );
  expect(sealed.length).toBe(9);
  for (const key of sealed) expect(everything).not.toContain(key.sealed);
  for (const secret of [PASSPHRASE, 'ed25519-seed:', 'tamizdat-key', 'PRIVATE KEY'])
    expect(everything).not.toContain(secret);
});
