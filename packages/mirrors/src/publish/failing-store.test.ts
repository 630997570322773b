import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashBytes, readOutgoing } from '../kinds/check-outgoing.ts';
import { openFolderStore } from '../kinds/folder-store.ts';
import type { Outgoing, Store } from '../kinds/store.ts';
import { MirrorError } from '../mirror-error.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishMirror } from './publish-mirror.ts';
import { listFaults, readAsReader } from '../../testing/reading.ts';
import { inBoth } from '../../testing/in-both.ts';

/**
 * Stores that fail in the middle of a publication: what is said, that readers lose nothing, and that the next run
 * finishes. How each kind of store comes to say so is tested beside the kinds.
 */

const BASE = 'https://one.example/f/';
const GONE = 'ru/2026/11/1/page-1.html';

let site: SampleSite;
let mirror: string;

const publish = (change: (store: Store) => Partial<Store> = () => ({})) => {
  const store = openFolderStore(mirror);
  return publishMirror({ ...store, ...change(store) }, loadLocalRelease(site.tree), {
    base: BASE,
    now: NOW,
    wait: () => Promise.resolve(),
  });
};

async function failureOf(publication: Promise<unknown>): Promise<MirrorError> {
  const error: unknown = await publication.catch((reason: unknown) => reason);
  if (error instanceof MirrorError) return error;
  throw new Error('It did not fail as it should.', { cause: error });
}

/** A mirror with a release, and here the next one: a page more, one changed and one taken down. */
beforeEach(async () => {
  site = new SampleSite();
  site.release();
  mirror = join(site.folder, 'mirror');
  await publish();
  site.write('index.html', 'later');
  site.write('ru/2026/11/22/new-1.html', 'new 1');
  rmSync(join(site.tree, GONE));
  site.release(NOW + 1_000, undefined, undefined, [GONE]);
});

afterEach(() => {
  site.remove();
});

/** What a store makes of a file that it is to keep: another one, none, or a fault. */
type Keep = (file: Outgoing) => Outgoing[];

const keeping =
  (keep: Keep) =>
  (store: Store): Partial<Store> => ({
    put: async (files) => {
      for (const file of files) await store.put(keep(file));
    },
  });

const ANY = /./;

const lose =
  (which: RegExp): Keep =>
  (file) =>
    which.test(file.path) ? [] : [file];

const cut =
  (which: RegExp): Keep =>
  (file) => {
    if (!which.test(file.path)) return [file];
    const { content, path } = file;
    const whole = 'bytes' in content ? content.bytes : readOutgoing(content.file, path);
    const bytes = whole.subarray(0, whole.length >> 1);
    return [{ ...file, content: { bytes }, hash: hashBytes(bytes) }];
  };

const fail =
  (code: string, which: RegExp, passing = false): Keep =>
  (file) => {
    if (which.test(file.path))
      throw new MirrorError(code, inBoth('It fails.'), inBoth('Mend it.'), { passing });
    return [file];
  };

test.each<[string, Keep, string, RegExp]>([
  ['loses everything', lose(ANY), 'store-lost', /is not there/],
  ['keeps the former front page', lose(/^index\.html$/), 'store-altered', /is different/],
  ['cuts what it is sent', cut(ANY), 'store-altered', /ends after \d+ of \d+ bytes/],
  ['cuts pages', cut(/index\.html$/), 'store-altered', /ends after \d+ of \d+ bytes/],
  ['breaks off at everything', fail('store-failed', ANY, true), 'store-failed', /fails/],
  ['breaks off at the head', fail('store-failed', /bundle/, true), 'store-failed', /fails/],
  ['wants fewer requests', fail('store-busy', /\/files\//, true), 'store-busy', /fails/],
  ['is full', fail('store-full', /\/nodes\//), 'store-full', /fails/],
  ['is full at pages', fail('store-full', /index\.html$/), 'store-full', /fails/],
  [
    'changes the case of names',
    (file) => [{ ...file, path: join(dirname(file.path), file.path.toUpperCase()) }],
    'store-lost',
    /is not there/,
  ],
  ['never answers', fail('store-silent', /timestamp/, true), 'store-silent', /fails/],
])('one that %s', async (_, keep, code, said) => {
  const failure = await failureOf(publish(keeping(keep)));
  expect(failure.code).toBe(code);
  expect(failure.message).toMatch(said);
  expect((await readAsReader(mirror, BASE)).lost).toEqual([]);
  expect(await publish()).toMatchObject({ state: 'published' });
  expect(
    (await listFaults(mirror, BASE)).filter(({ code: found }) => found !== 'outside-tree'),
  ).toEqual([]);
  expect(existsSync(join(mirror, GONE))).toBe(false);
});

test.each([
  ['loses', lose(ANY)],
  ['cuts', cut(ANY)],
])('one that %s what it is sent is told so before anything but notes is sent', async (_, keep) => {
  const sent: string[] = [];
  const noting: Keep = (file) => {
    sent.push(file.path);
    return keep(file);
  };
  await failureOf(publish(keeping(noting)));
  expect(sent).toEqual(['release/published.json', 'release/pending.json']);
});

test('one that wants fewer requests for a while is sent what is missing when it wants more', async () => {
  let refused = 0;
  const keep: Keep = (file) => {
    if (refused < 3 && /\/nodes\//.test(file.path)) {
      refused++;
      return fail('store-busy', ANY, true)(file);
    }
    return [file];
  };
  expect(await publish(keeping(keep))).toMatchObject({ state: 'published', resumed: false });
  expect(refused).toBe(3);
  expect(await listFaults(mirror, BASE)).toEqual([]);
});

test('of one that refuses to delete what was taken down is named, and deleted when it may be', async () => {
  const refuse = () => ({
    remove: () =>
      Promise.reject(new MirrorError('store-denied', inBoth('It refuses.'), inBoth('Let it.'))),
  });
  for (let tries = 0; tries < 2; tries++) {
    const failure = await failureOf(publish(refuse));
    expect(failure.code).toBe('store-denied');
    expect(failure.message).toContain(`What was taken down may still be on it: ${GONE}`);
    expect(existsSync(join(mirror, GONE))).toBe(true);
  }
  expect((await readAsReader(mirror, BASE)).lost).toEqual([]);
  expect(await publish()).toMatchObject({ resumed: true });
  expect(existsSync(join(mirror, GONE))).toBe(false);
});

describe('one that answers with a page for what is missing', () => {
  const page = new TextEncoder().encode('<!DOCTYPE html><title>Welcome</title>');
  const glib = (store: Store): Partial<Store> => ({
    read: async (path, limit) => (await store.read(path, limit)) ?? page,
  });

  test.each([
    ['its note was lost', 'release/published.json', true],
    ['it has everything', undefined, false],
    ['nothing is there', '.', true],
  ])('is believed nothing of it where %s', async (_, lost, first) => {
    if (lost !== undefined) rmSync(join(mirror, lost), { recursive: true });
    expect(await publish(glib)).toMatchObject({ state: 'published', first });
    expect(await listFaults(mirror, BASE)).toEqual([]);
    expect(await publish(glib)).toMatchObject({ state: 'same' });
  });
});
