import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectRelease, openFolder } from '@tamizdat/release';
import { NOW, ORIGIN, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFolderStore } from '../kinds/folder-store.ts';
import type { Store } from '../kinds/store.ts';
import { GRACE_MS } from '../limits.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishMirror, type PublishOptions } from './publish-mirror.ts';
import { readAsReader } from '../../testing/reading.ts';
import { stepped } from '../../testing/stepped-store.ts';

const BASE = 'https://one.example/f/';
const HOUR = 3_600_000;

let site: SampleSite;
let mirror: string;

beforeEach(() => {
  site = new SampleSite();
  site.release();
  mirror = join(site.folder, 'mirror');
});

afterEach(() => {
  site.remove();
});

const options = (given: Partial<PublishOptions> = {}): PublishOptions => ({
  base: BASE,
  now: NOW,
  wait: () => Promise.resolve(),
  ...given,
});

const publish = async (
  given: Partial<PublishOptions> = {},
  store: Store = openFolderStore(mirror),
) => publishMirror(store, loadLocalRelease(site.tree), options(given));

/** All faults of the mirror's folder, as its base has them. */
async function faults() {
  const source = { ...openFolder(mirror), base: BASE };
  const found = await inspectRelease(source, {
    known: undefined,
    now: NOW,
    scope: { kind: 'all' },
    strict: true,
  });
  return found.findings;
}

/** Another release: the front and a page changed, one new, one gone. */
function nextRelease(round = 1, removed: string[] = []): void {
  site.write('index.html', `front ${round}`);
  site.write(`ru/2026/11/${round}/page-${round + 28}.html`, `changed ${round}`);
  site.write(`ru/2026/11/22/new-${round}.html`, `new ${round}`);
  rmSync(join(site.tree, `ru/2026/11/${round}/page-${round}.html`));
  site.release(NOW + round * 1_000, undefined, undefined, removed);
}

/** Counts what a store is asked. */
function counting(
  store: Store,
): Store & { count: { reads: number; puts: string[]; removed: string[] } } {
  const count = { reads: 0, puts: [] as string[], removed: [] as string[] };
  return {
    ...store,
    count,
    read: (path, limit) => {
      count.reads++;
      return store.read(path, limit);
    },
    put: (files) => {
      count.puts.push(...files.map(({ path }) => path));
      return store.put(files);
    },
    remove: (paths) => {
      count.removed.push(...paths);
      return store.remove(paths);
    },
  };
}

describe('a mirror that is published to', () => {
  test('verifies as a whole, with its own base in feeds, and takes one request when nothing is new', async () => {
    expect(await publish()).toMatchObject({ state: 'published', release: 1, first: true });
    expect(await faults()).toEqual([]);
    expect(readFileSync(join(mirror, 'ru/feed.xml'), 'utf8')).toBe(`<feed>${BASE}ru/</feed>`);
    expect(existsSync(join(mirror, 'release/pending.json'))).toBe(false);
    const store = counting(openFolderStore(mirror));
    expect(await publish({}, store)).toMatchObject({ state: 'same', sent: 0 });
    expect(store.count).toEqual({ reads: 1, puts: [], removed: [] });
  });

  test('is sent what differs and nothing else', async () => {
    await publish();
    nextRelease();
    const store = counting(openFolderStore(mirror));
    const done = await publish({}, store);
    expect(done).toMatchObject({ state: 'published', deleted: 0, waiting: 1 });
    expect(store.count.puts.filter((path) => !path.startsWith('release/'))).toEqual([
      'ru/2026/11/22/new-1.html',
      'index.html',
      'ru/2026/11/1/page-29.html',
    ]);
    // A changed file and its former bytes, a new one, nodes on the way to them, metadata, head and notes.
    expect(store.count.puts.length).toBeLessThan(20);
    // The note five times: to plan by, right before the first write, and to see that nobody else has begun; the head
    // twice: to judge it, and to see that nobody moved it before the note said who is at work.
    expect(store.count.reads).toBeLessThan(12);
    expect(await readAsReader(mirror, BASE)).toEqual({ number: 2, lost: [] });
  });

  test('loses a path when its grace is over, and what was taken down at once', async () => {
    await publish();
    nextRelease(1);
    await publish();
    expect(existsSync(join(mirror, 'ru/2026/11/1/page-1.html'))).toBe(true);
    expect(await publish({ now: NOW + GRACE_MS - 1 })).toMatchObject({ state: 'same' });
    expect(await publish({ now: NOW + GRACE_MS })).toMatchObject({ deleted: 1, waiting: 0 });
    expect(existsSync(join(mirror, 'ru/2026/11/1/page-1.html'))).toBe(false);
    nextRelease(2, ['ru/2026/11/2/page-2.html']);
    expect(await publish()).toMatchObject({ waiting: 0 });
    expect(existsSync(join(mirror, 'ru/2026/11/2'))).toBe(true);
    expect(existsSync(join(mirror, 'ru/2026/11/2/page-2.html'))).toBe(false);
    expect(await faults()).toEqual([]);
  });

  test('keeps a path that comes back before its grace is over', async () => {
    await publish();
    const page = site.read('ru/2026/11/1/page-1.html');
    nextRelease(1);
    await publish();
    site.write('ru/2026/11/1/page-1.html', page);
    site.release(NOW + 5_000);
    expect(await publish()).toMatchObject({ waiting: 0 });
    await publish({ now: NOW + 2 * GRACE_MS });
    expect(await faults()).toEqual([]);
  });

  test('that is more releases behind than are listed loses at once what is gone', async () => {
    await publish();
    nextRelease(1, ['ru/2026/11/1/page-1.html']);
    for (const round of [2, 3, 4, 5]) nextRelease(round);
    expect(await publish()).toMatchObject({ release: 6, waiting: 0 });
    expect(existsSync(join(mirror, 'ru/2026/11/1/page-1.html'))).toBe(false);
    expect(await faults()).toEqual([]);
  });

  test('never loses a foreign file, nor is a folder put aside for ours', async () => {
    mkdirSync(join(mirror, 'release'), { recursive: true });
    for (const path of ['CNAME', 'release/note.txt']) writeFileSync(join(mirror, path), 'mine');
    await publish();
    nextRelease(1);
    await publish({ now: NOW + 2 * GRACE_MS });
    await publish({ now: NOW + 4 * GRACE_MS });
    for (const path of ['CNAME', 'release/note.txt'])
      expect(readFileSync(join(mirror, path), 'utf8')).toBe('mine');
    mkdirSync(join(mirror, 'ru/2026/11/22/new-2.html/mine'), { recursive: true });
    nextRelease(2);
    await expect(publish()).rejects.toMatchObject({ code: 'store-foreign' });
  });

  test('that somebody copied is taken over without being sent again', async () => {
    mirror = site.copy('mirror');
    const store = counting(openFolderStore(mirror));
    await publish({}, store);
    expect(store.count.puts.filter((path) => !path.startsWith('release/'))).toEqual([
      'ru/feed.xml',
    ]);
    expect(await faults()).toEqual([]);
  });

  test('gets a new base into all its feeds when its address changes', async () => {
    await publish({ base: 'https://old.example/' });
    const store = counting(openFolderStore(mirror));
    await publish({}, store);
    expect(store.count.puts.filter((path) => !path.startsWith('release/'))).toEqual([
      'ru/feed.xml',
    ]);
    expect(await faults()).toEqual([]);
    await publish({ base: ORIGIN });
    expect(readFileSync(join(mirror, 'ru/feed.xml'))).toEqual(site.read('ru/feed.xml'));
  });

  test('keeps a feed as signed that holds its base already', async () => {
    site.write('ru/feed.xml', `<feed>${ORIGIN} ${BASE}</feed>`);
    site.release(NOW + 1_000);
    expect(await publish()).toMatchObject({ kept: ['ru/feed.xml'] });
    expect(readFileSync(join(mirror, 'ru/feed.xml'))).toEqual(site.read('ru/feed.xml'));
    expect(await faults()).toEqual([]);
  });

  test('never goes back to an older release or timestamp', async () => {
    const old = site.copy('old');
    nextRelease(1);
    await publish();
    const back = publishMirror(openFolderStore(mirror), loadLocalRelease(old), options());
    await expect(back).rejects.toMatchObject({ code: 'mirror-newer' });
  });

  test('is noted as whole after all of it was made to outlast a loss of power', async () => {
    const done: string[] = [];
    const store = openFolderStore(mirror);
    await publish(
      {},
      {
        ...store,
        put: (files) => {
          done.push(...files.map(({ path }) => path));
          return store.put(files);
        },
        remove: (paths) => {
          done.push(...paths);
          return store.remove(paths);
        },
        settle: () => {
          done.push('settled');
          return Promise.resolve();
        },
      },
    );
    const after = done.slice(done.indexOf('settled'));
    expect(after).toEqual(['settled', 'release/pending.json', 'release/published.json']);
  });

  test('says what it would do, and does nothing, in a dry run', async () => {
    await publish();
    nextRelease(1);
    const store = counting(openFolderStore(mirror));
    const planned = await publish({ dryRun: true }, store);
    expect(planned).toMatchObject({ state: 'planned', release: 2, waiting: 1 });
    expect(store.count).toMatchObject({ puts: [], removed: [] });
    const { sent, bytes } = await publish();
    expect({ sent, isNear: Math.abs(bytes - planned.bytes) < 200 }).toEqual({
      sent: planned.sent,
      isNear: true,
    });
  });

  test('is not sent a tree that was built again without a release', async () => {
    site.write('index.html', 'not signed');
    await expect(publish()).rejects.toMatchObject({ code: 'tree-changed' });
    rmSync(join(site.tree, 'index.html'));
    await expect(publish()).rejects.toMatchObject({ code: 'tree-changed' });
    rmSync(join(site.tree, 'release'), { recursive: true });
    await expect(publish()).rejects.toMatchObject({ code: 'no-release' });
  });
});

describe('a publication that is killed', () => {
  const killed = new Error('killed');

  /** Publishes, looking at the mirror before each step, and stops before step `at`. */
  async function publishUntil(at: number): Promise<{ steps: number; isOver: boolean }> {
    let steps = 0;
    const store = stepped(openFolderStore(mirror), async () => {
      expect(await readAsReader(mirror, BASE)).toMatchObject({ lost: [] });
      if (steps++ === at) throw killed;
    });
    try {
      await publish({}, store);
      return { steps, isOver: true };
    } catch (error) {
      if (error !== killed) throw error;
      return { steps, isOver: false };
    }
  }

  /** Publishes in pieces of a few steps until it is over; every run goes on where the last one was stopped. */
  async function publishInPieces(): Promise<void> {
    for (let at = 3; ; at += 31) {
      const { isOver } = await publishUntil(at);
      expect(await readAsReader(mirror, BASE)).toMatchObject({ lost: [] });
      if (isOver) return;
    }
  }

  test('serves every page of one release at every step, and the next run finishes', async () => {
    await publish();
    nextRelease(1, ['ru/2026/11/1/page-1.html']);
    for (let at = 0; ; at++) {
      const { isOver } = await publishUntil(at);
      expect(await readAsReader(mirror, BASE)).toMatchObject({ lost: [] });
      if (isOver) break;
    }
    expect(await faults()).toEqual([]);
    expect(await publish()).toMatchObject({ state: 'same' });
  });

  test('from nothing, and from too far behind for former bytes', async () => {
    await publishInPieces();
    expect(await faults()).toEqual([]);
    for (const round of [1, 2, 3, 4, 5, 6]) nextRelease(round);
    await publishInPieces();
    expect(await readAsReader(mirror, BASE)).toEqual({ number: 7, lost: [] });
    expect(await faults()).toEqual([]);
  });

  test('and then goes on with a newer release', async () => {
    await publish();
    for (let round = 1; round < 7; round++) {
      nextRelease(round);
      await publishUntil(round * 4);
    }
    await publish({ now: NOW + HOUR });
    await publish({ now: NOW + HOUR + GRACE_MS });
    expect(await faults()).toEqual([]);
    expect(await readAsReader(mirror, BASE)).toEqual({ number: 7, lost: [] });
    expect(openFolder(mirror).list?.()).toEqual(openFolder(site.tree).list?.());
  });

  test('by SIGKILL, again and again, ends with what an undisturbed one gives', async () => {
    await publish();
    const ends: (string | null)[] = [];
    for (let round = 1; round <= 4; round++) {
      nextRelease(round);
      for (const at of [1, 7, 13]) {
        const child = join(import.meta.dirname, '../../testing/publish-child.ts');
        const args = [child, site.tree, mirror, BASE, String(NOW), String(at)];
        ends.push(spawnSync(process.execPath, args).signal);
        expect(await readAsReader(mirror, BASE)).toMatchObject({ lost: [] });
      }
    }
    expect(ends).toEqual(Array.from({ length: 12 }, () => 'SIGKILL'));
    await publish();
    await publish({ now: NOW + GRACE_MS });
    expect(await faults()).toEqual([]);
    expect(openFolder(mirror).list?.()).toEqual(openFolder(site.tree).list?.());
  });

  test('on the way to another address, and then goes back to the former one', async () => {
    await publish();
    const store = stepped(openFolderStore(mirror), async () => {
      if (readFileSync(join(mirror, 'ru/feed.xml'), 'utf8').includes('other.example')) throw killed;
      return Promise.resolve();
    });
    await expect(publish({ base: 'https://other.example/' }, store)).rejects.toBe(killed);
    await publish();
    expect(readFileSync(join(mirror, 'ru/feed.xml'), 'utf8')).toContain(BASE);
    expect(await faults()).toEqual([]);
  });
});
