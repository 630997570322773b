import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeRelease } from '@tamizdat/release';
import {
  FOREIGN_KEYS,
  FOREIGN_ROOT,
  MIRRORS,
  NOW,
  ONLINE_KEYS,
  ORIGIN,
  ROOT_1,
  SampleSite,
  serveFolder,
  type Served,
  type Tamper,
} from '@tamizdat/release/testing';
import { loadLocalRelease, openFolderStore, publishMirror } from '@tamizdat/mirrors';
import { fingerprintOf, loadState } from '@tamizdat/release';
import { parseRelease } from '@tamizdat/verify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeOutlet, OUTLET, tamizdat } from '../../testing/sample-outlet.ts';
import { saveRecord } from '../newest/record.ts';
import { releaseState } from '../release/find-outlet.ts';

const site = new SampleSite();
const foreign = new SampleSite();
/** A second release 2, from the same first. */
const fork = new SampleSite();
const TIME = new Date(NOW + 120_000).toISOString();
let older = '';
let folder = '';
let served: Served[] = [];

beforeAll(() => {
  site.release();
  older = site.copy('older');
  rmSync(fork.folder, { recursive: true });
  cpSync(site.folder, fork.folder, { recursive: true });
  for (const [one, words] of [
    [site, 'front 2'],
    [fork, 'another front 2'],
  ] as const) {
    one.write('index.html', words);
    rmSync(path.join(one.tree, 'ru/2026/11/1/page-1.html'));
    one.release(NOW + 60_000);
  }
  foreign.release(NOW, FOREIGN_KEYS, [FOREIGN_ROOT]);
});
beforeEach(async () => {
  folder = await makeOutlet();
  write('outlet.yaml', `${OUTLET}rootFingerprint: ${fingerprintOf(ROOT_1)}\n`);
});
afterEach(async () => {
  await Promise.all(served.map(({ close }) => close()));
  served = [];
  rmSync(folder, { recursive: true });
});
afterAll(() => {
  for (const one of [site, fork, foreign]) one.remove();
});

const at = (...names: string[]): string => path.join(folder, ...names);
const state = (): string => releaseState(at('content'));

function write(name: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(at('content', name)), { recursive: true });
  writeFileSync(at('content', name), text);
}

async function serve(tree: string, tamper?: Tamper): Promise<string> {
  const one = await serveFolder(tree, tamper);
  served.push(one);
  return one.base;
}

const announce = (base: string): void => {
  write('mirrors.yaml', `mirrors:\n  - { name: other, address: '${base}', kind: copied }\n`);
};

const recover = (base: string, args: string[] = [], now = TIME) =>
  tamizdat(['state', 'recover', base, '--content', 'content', '--tree', 'dist', ...args], folder, {
    TAMIZDAT_NOW: now,
  });

const list = (of: string) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(of, path.join(entry.parentPath, entry.name)))
    .sort();
const containing = (words: string) => expect.stringContaining(words) as string;

async function expectRefused(base: string, words: string, args: string[] = [], now = TIME) {
  const before = list(folder);
  const { code, err } = await recover(base, args, now);
  expect([code, err]).toEqual([1, containing(words)]);
  expect(list(folder)).toEqual(before);
}

test('the history comes from a mirror: the next release has the right number, and every mirror takes it', async () => {
  const mirror = at('mirror');
  const publish = (tree: string) =>
    publishMirror(openFolderStore(mirror), loadLocalRelease(tree), {
      ...{ base: null, now: NOW + 240_000 },
      wait: () => Promise.resolve(),
    });
  await publish(site.tree);
  const { code, out, err } = await recover(await serve(mirror));
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/Release 2 [^]*next release is 3[^]*private keys/);
  expect(list(at('dist')).filter((name) => !name.startsWith('release'))).toEqual(
    list(site.tree).filter((name) => !name.startsWith('release')),
  );
  expect(loadState(state())?.ledger).toMatchObject([{ number: 2 }, {}]);
  writeFileSync(at('dist/new.html'), 'new');
  makeRelease({
    ...{ tree: at('dist'), state: state(), roots: [ROOT_1], keys: ONLINE_KEYS, mirrors: MIRRORS },
    ...{ now: NOW + 180_000, clock: '2026-11-22T11:00:00Z', origin: ORIGIN },
  });
  const { head } = loadState(state()) ?? {};
  expect(head && parseRelease(head.release)).toMatchObject({
    number: 3,
    former: [{ number: 2 }, { number: 1 }],
  });
  expect(await publish(at('dist'))).toMatchObject({ state: 'published', release: 3, deleted: 0 });
  expect(
    await tamizdat(
      ['verify', 'mirror', '--root', fingerprintOf(ROOT_1), '--memory', at('m')],
      folder,
    ),
  ).toMatchObject({ code: 0 });
});

test('what is recovered is remembered beside the roots, and a history that is there is not overwritten', async () => {
  write('keys/root.json', ROOT_1);
  const base = await serve(site.tree);
  expect(await recover(base, ['--without-tree'])).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(at('content/keys/newest.json'), 'utf8'))).toMatchObject({
    release: 2,
  });
  await expectRefused(base, 'is not empty');
});

test('a mirror of another outlet is refused, and one that nobody expects is not asked', async () => {
  await expectRefused(await serve(foreign.tree), 'wrong-publisher');
  write('outlet.yaml', OUTLET);
  const { code, err } = await recover(await serve(site.tree));
  expect([code, err]).toEqual([2, containing('outlet-unknown')]);
  write('outlet.yaml', `${OUTLET}rootFingerprint: ${fingerprintOf(FOREIGN_ROOT)}\n`);
  write('keys/root.json', ROOT_1);
  expect(await recover(await serve(site.tree))).toMatchObject({
    code: 2,
    err: containing('outlet-unclear'),
  });
});

test('an older release than the record or another mirror knows is refused, with where the newest is', async () => {
  const newest = await serve(site.tree);
  announce(newest);
  await expectRefused(await serve(older), `state recover ${newest}`);
  rmSync(at('content/mirrors.yaml'));
  write('keys/root.json', ROOT_1);
  const head = loadState(path.join(site.folder, 'state'))?.head;
  if (head) await saveRecord(at('content/keys'), head, [ROOT_1], NOW + 120_000);
  await expectRefused(await serve(older), 'older-release');
});

test('two releases of one number are told', async () => {
  announce(await serve(fork.tree));
  await expectRefused(await serve(site.tree), 'mirror-forked');
});

test('a mirror that is kept on an old release is told, and taken where somebody looked', async () => {
  const base = await serve(site.tree);
  const later = new Date(NOW + 20 * 86_400_000).toISOString();
  await expectRefused(base, 'mirror-frozen', [], later);
  expect(await recover(base, ['--yes-i-looked'], later)).toMatchObject({ code: 0 });
});

test.each<[string, string, Tamper]>([
  [
    'a page',
    'mirror-refused',
    (file, response) => {
      if (!file.endsWith('page-7.html')) return false;
      response.end('forged');
      return true;
    },
  ],
  [
    'an endless file',
    'mirror-refused',
    (file, response) => {
      if (!file.endsWith('page-9.html')) return false;
      const pour = (): void => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', pour);
      };
      pour();
      return true;
    },
  ],
])('%s that is not as it was signed is refused', async (_, words, tamper) => {
  await expectRefused(await serve(site.tree, tamper), words);
});

test('a pull that is cut off says so and writes nothing but what the next run goes on with', async () => {
  const cut: Tamper = (file, response) => {
    if (!file.endsWith('page-7.html')) return false;
    response.writeHead(503).end();
    return true;
  };
  const { code, err } = await recover(await serve(site.tree, cut));
  expect([code, err]).toEqual([1, containing('mirror-unreachable')]);
  expect(readdirSync(path.dirname(state()))).toEqual([`${path.basename(state())}.recovering`]);
  expect(await recover(await serve(site.tree))).toMatchObject({ code: 0 });
  expect(readdirSync(path.dirname(state()))).toEqual([path.basename(state())]);
}, 60_000);

test('a release that is larger than the room for it is not begun', async () => {
  const { code, err } = await recover(await serve(site.tree), ['--max-size', '1K']);
  expect([code, err]).toEqual([1, containing('--max-size')]);
});
