import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderStore } from '../kinds/folder-store.ts';
import { MirrorError } from '../mirror-error.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishMirror } from './publish-mirror.ts';
import { listFaults, readAsReader } from '../../testing/reading.ts';
import { stepped } from '../../testing/stepped-store.ts';

/** Two machines that publish to one mirror at the same time. */

const BASE = 'https://one.example/f/';

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

/** A tree with a release, and the one after it. */
function twoReleases(): [string, string] {
  const release = (round: number, removed: string[] = []): string => {
    site.write('index.html', `front ${round}`);
    site.write(`ru/2026/11/22/new-${round}.html`, `new ${round}`);
    site.write(`ru/2026/11/${round}/page-${round + 28}.html`, `changed ${round}`);
    for (const path of removed) rmSync(join(site.tree, path));
    site.release(NOW + round * 1_000, undefined, undefined, removed);
    return site.copy(`tree-${round}`);
  };
  return [release(1), release(2, ['ru/2026/11/5/page-5.html'])];
}

type Before = () => Promise<void>;

/** Publishes a tree to the mirror; gives the code of what went wrong, or what was done. */
async function publish(tree: string, before: Before = () => Promise.resolve()): Promise<string> {
  const store = stepped(openFolderStore(mirror), before);
  const options = { base: BASE, now: NOW, wait: () => Promise.resolve() };
  try {
    return (await publishMirror(store, loadLocalRelease(tree), options)).state;
  } catch (error) {
    if (error instanceof MirrorError) return error.code;
    throw error;
  }
}

/** Whatever two of them did, the next one leaves the newest release whole. */
async function isMendedBy(tree: string): Promise<void> {
  expect(['published', 'same']).toContain(await publish(tree));
  expect(await listFaults(mirror, BASE)).toEqual([]);
  expect(await readAsReader(mirror, BASE)).toEqual({ number: 3, lost: [] });
  expect(await publish(tree)).toBe('same');
}

test('one that begins while another is under way goes on, and the other one notices and stops', async () => {
  await publish(site.copy('tree-0'));
  const [older, newer] = twoReleases();
  const ends: string[] = [];
  for (let at = 2, isOver = false; !isOver; at++) {
    rmSync(mirror, { recursive: true });
    await publish(join(site.folder, 'tree-0'));
    let step = 0;
    let second = '';
    const first = await publish(older, async () => {
      if (step++ === at) second = await publish(newer);
    });
    isOver = second === '';
    if (isOver) continue;
    const { lost } = await readAsReader(mirror, BASE);
    ends.push(`${first} ${second}${lost.length > 0 ? ' lost' : ''}`);
    await isMendedBy(newer);
  }
  expect(ends.length).toBeGreaterThan(5);
  // No store can be locked: between the look and the head, one step wide, an older head may come after a newer one.
  expect(ends.filter((end) => end.endsWith('lost')).length).toBeLessThan(2);
  // After the last look nothing is sent but the last note.
  expect(ends.filter((end) => end.startsWith('published')).length).toBeLessThan(3);
  expect(new Set(ends.map((end) => end.replace(' lost', '')))).toEqual(
    new Set(['mirror-shared published', 'published published']),
  );
});

test('an older release that begins second is refused', async () => {
  await publish(site.copy('tree-0'));
  const [older, newer] = twoReleases();
  let step = 0;
  let second = '';
  const first = await publish(newer, async () => {
    if (step++ === 3) second = await publish(older);
  });
  expect([first, second]).toEqual(['published', 'mirror-newer']);
  await isMendedBy(newer);
});

test('in whatever order their steps fall, what they lose is noticed, and the next run mends it', async () => {
  const before = site.copy('tree-0');
  const trees = twoReleases();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), async (turns) => {
      rmSync(mirror, { recursive: true, force: true });
      await publish(before);
      const gate = new Gate(turns);
      const ends = await Promise.all(
        trees.map((tree, at) => gate.run(at, () => publish(tree, gate.wait(at)))),
      );
      for (const end of ends)
        expect(['published', 'mirror-shared', 'mirror-newer', 'store-failed']).toContain(end);
      const { lost } = await readAsReader(mirror, BASE);
      expect(lost.length > 0 && !ends.includes('mirror-shared')).toBe(false);
      await isMendedBy(trees[1]);
    }),
    { numRuns: 40, seed: 6 },
  );
});

/** Lets one of two go on at a time, as a list of turns says; one that has ended leaves its turns to the other. */
class Gate {
  readonly #turns: boolean[];
  readonly #waiting: (undefined | (() => void))[] = [undefined, undefined];
  readonly #hasEnded = [false, false];

  constructor(turns: readonly boolean[]) {
    this.#turns = [...turns];
  }

  wait(at: number): Before {
    return () =>
      new Promise((resolve) => {
        this.#waiting[at] = resolve;
        this.#go();
      });
  }

  async run(at: number, work: () => Promise<string>): Promise<string> {
    const done = await work();
    this.#hasEnded[at] = true;
    this.#go();
    return done;
  }

  #go(): void {
    if ([0, 1].some((at) => !this.#hasEnded[at] && this.#waiting[at] === undefined)) return;
    const wish = Number(this.#turns.shift() ?? false);
    const at = this.#waiting[wish] === undefined ? 1 - wish : wish;
    const resolve = this.#waiting[at];
    this.#waiting[at] = undefined;
    resolve?.();
  }
}

test('a store that shows the former note for a while is none that is shared', async () => {
  await publish(site.copy('tree-0'));
  const [older] = twoReleases();
  const former = readFileSync(join(mirror, 'release/published.json'));
  const store = openFolderStore(mirror);
  const slow = {
    ...store,
    read: (path: string, limit: number) =>
      path === 'release/published.json'
        ? Promise.resolve(new Uint8Array(former))
        : store.read(path, limit),
  };
  const options = { base: BASE, now: NOW, wait: () => Promise.resolve() };
  expect(await publishMirror(slow, loadLocalRelease(older), options)).toMatchObject({
    state: 'published',
  });
  expect(await listFaults(mirror, BASE)).toEqual([]);
});
