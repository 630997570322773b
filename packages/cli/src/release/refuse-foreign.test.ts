import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadState } from '@tamizdat/release';
import {
  FOREIGN_ROOT,
  NOW,
  ROOT_1,
  SampleSite,
  serveFolder,
  type Served,
  type Tamper,
} from '@tamizdat/release/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { recordOf, saveRecord } from '../newest/record.ts';
import { refuseForeign } from './refuse-foreign.ts';

const site = new SampleSite();
const newest = path.join(site.folder, 'state');
const older = path.join(site.folder, 'older');
const none = path.join(site.folder, 'none');
const LATER = NOW + 120_000;
let olderTree = '';
let keys = '';
let served: Served[] = [];

beforeAll(() => {
  site.release();
  cpSync(newest, older, { recursive: true });
  olderTree = site.copy('older-tree');
  site.write('index.html', 'front 2');
  site.release(NOW + 60_000);
});
beforeEach(() => {
  keys = mkdtempSync(path.join(tmpdir(), 'tamizdat-keys-'));
});
afterEach(async () => {
  rmSync(keys, { recursive: true });
  await Promise.all(served.map(({ close }) => close()));
  served = [];
});
afterAll(() => {
  site.remove();
});

const headOf = (state: string) => {
  const head = loadState(state)?.head;
  if (head === undefined) throw new Error(`no release in ${state}`);
  return head;
};
const remember = (state: string) => saveRecord(keys, headOf(state), [ROOT_1], LATER);

async function mirror(folder: string, tamper?: Tamper): Promise<{ name: string; base: string }> {
  const one = await serveFolder(folder, tamper);
  served.push(one);
  return { name: `mirror ${served.length}`, base: one.base };
}

/** Answers what is asked for with something else. */
const answer =
  (status: number, text: string, name = ''): Tamper =>
  (file, response) => {
    if (!file.endsWith(name)) return false;
    response.writeHead(status).end(text);
    return true;
  };

const judge = (
  state: string,
  mirrors: { name: string; base: string }[] = [],
  roots = [ROOT_1],
  isFirst = false,
) =>
  refuseForeign(state, {
    ...{ keys, roots, now: LATER, isFirst },
    mirrors: mirrors.map((one) => ({ ...one, languages: [], worker: true })),
  });

test('the newest history goes on, whether record and mirrors know it, an older one, or nothing', async () => {
  await judge(newest);
  await judge(newest, [await mirror(olderTree), await mirror(site.tree)]);
  await remember(older);
  await judge(newest);
  await remember(newest);
  await judge(newest, [await mirror(site.tree)]);
});

test('a history older than the record beside the roots is refused', async () => {
  await remember(newest);
  const words = /^older-release: [^]*newest\.json shows: release 2 [^]*Nothing was signed/;
  await expect(judge(older)).rejects.toThrow(words);
});

test('a history older than what one announced mirror shows is refused, and the mirror named', async () => {
  const mirrors = [await mirror(olderTree), await mirror(site.tree)];
  await expect(judge(older, mirrors)).rejects.toThrow(
    /^older-release: [^]*“mirror 2”[^]*release 2/,
  );
});

test('a history that is not there is refused where record or mirror know a release, and begins where nobody does', async () => {
  await judge(none);
  await expect(judge(none, [await mirror(site.tree)])).rejects.toThrow(
    /^older-release: .*“mirror 1”/,
  );
  await remember(older);
  await expect(judge(none)).rejects.toThrow(/^older-release: .*newest\.json shows release 1/);
});

/** What was said while something ran. */
async function saidBy(work: () => Promise<void>): Promise<string> {
  const said: string[] = [];
  const spy = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => said.push(String(text)) > 0);
  await work().finally(() => {
    spy.mockRestore();
  });
  return said.join('');
}

test('mirrors that do not answer, or show nothing of this outlet, are named; a history begins only where that is said', async () => {
  const gone = await mirror(site.tree);
  await served.pop()?.close();
  const bundle = readFileSync(path.join(site.tree, 'release/bundle.json'), 'utf8');
  const mirrors = [
    gone,
    await mirror(site.tree, answer(503, '')),
    await mirror(site.tree, answer(200, '<p>Blocked')),
    // A release 2 that this outlet never signed.
    await mirror(site.tree, answer(200, bundle.replace('"number":2', '"number":9'), 'bundle.json')),
  ];
  expect(await saidBy(() => judge(older, mirrors))).toMatch(
    /^Warning: .*mirror 1 \(2 names\), mirror 2, mirror 3\./,
  );
  const words = /^newest-unknown: .*mirror 1 \(2 names\), [^]*state recover [^]*--first/;
  await expect(judge(none, mirrors)).rejects.toThrow(words);
  await saidBy(() => judge(none, mirrors, [ROOT_1], true));
});

test('a mirror on which nothing was published yet is no reason to doubt that this is the first release', async () => {
  const empty = [await mirror(path.join(site.folder, 'empty'))];
  expect(await saidBy(() => judge(none, empty))).toBe('');
});

test('a first release is refused all the same where a mirror shows one', async () => {
  await expect(judge(none, [await mirror(site.tree)], [ROOT_1], true)).rejects.toThrow(
    /^older-release: [^]*state recover http:\S+ --without-tree/,
  );
});

test('mirrors are asked through the proxy that was named, and nobody is asked past it', async () => {
  const mirrors = [await mirror(site.tree)];
  const proxy = { kind: 'http', host: '127.0.0.1', port: 9, user: '', password: '' } as const;
  const judged = saidBy(() =>
    refuseForeign(older, {
      ...{ keys, roots: [ROOT_1], now: LATER, proxy },
      mirrors: mirrors.map((one) => ({ ...one, languages: [], worker: true })),
    }),
  );
  expect(await judged).toContain('mirror 1');
});

test('a mirror that takes the question and never answers holds nothing up for long', async () => {
  await judge(older, [await mirror(site.tree, () => true)]);
}, 30_000);

test('a history under other roots is refused as foreign', async () => {
  await expect(judge(newest, [], [FOREIGN_ROOT])).rejects.toThrow(
    /^foreign-state: [^]*wrong-publisher/,
  );
});

test('a history of which one byte is not as it was signed is refused as foreign', async () => {
  const altered = path.join(site.folder, 'altered');
  cpSync(newest, altered, { recursive: true });
  const file = path.join(altered, 'state.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(String.raw`\"clock\":\"2026`, String.raw`\"clock\":\"2027`));
  expect(readFileSync(file, 'utf8')).not.toBe(text);
  await expect(judge(altered)).rejects.toThrow(/^foreign-state/);
});

test('a record that cannot be read is told, and not passed over', async () => {
  writeFileSync(recordOf(keys), '{}');
  await expect(judge(newest)).rejects.toMatchObject({ code: 'trust-memory' });
});
