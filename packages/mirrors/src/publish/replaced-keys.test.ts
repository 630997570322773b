import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  NOW,
  ONLINE_KEYS,
  ROOT_1,
  ROOT_2,
  SampleSite,
  SECOND_KEYS,
} from '@tamizdat/release/testing';
import { loadState } from '@tamizdat/release';
import { parseRelease } from '@tamizdat/verify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAsReader } from '../../testing/reading.ts';
import { fetchAll, type SampleStore, serveStore } from '../../testing/sample-stores.ts';
import { openStore } from '../kinds/open-store.ts';
import type { Place } from '../kinds/place.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishMirror } from './publish-mirror.ts';

/** The way out where the online keys were stolen: the thief published under a high number, and everybody saw it. */

const BASE = 'https://one.example/f/';

let site: SampleSite;
let thief: SampleSite;
let store: SampleStore | undefined;

beforeEach(() => {
  site = new SampleSite();
  site.release();
  thief = new SampleSite();
  cpSync(site.folder, thief.folder, { recursive: true });
  for (let round = 1; round <= 4; round++) {
    thief.write('index.html', `lie ${round}`);
    thief.release(NOW + round * 1_000);
  }
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await store?.close();
  store = undefined;
  site.remove();
  thief.remove();
});

interface Mirror {
  place: Place;
  /** Gives a folder with what readers find there. */
  read: () => Promise<string>;
}

const at = (name: string): string => join(site.folder, name);

const KINDS: Record<string, () => Promise<Mirror>> = {
  folder: () =>
    Promise.resolve({
      place: { kind: 'folder', folder: at('mirror') },
      read: () => Promise.resolve(at('mirror')),
    }),
  git: () => {
    execFileSync('git', ['init', '--quiet', '--bare', at('pages.git')]);
    return Promise.resolve({
      place: { kind: 'git', repository: at('pages.git'), branch: 'pages', squash: false },
      read: () => {
        execFileSync('git', ['clone', '--quiet', '--branch=pages', at('pages.git'), at('pages')]);
        return Promise.resolve(at('pages'));
      },
    });
  },
  rclone: async () => {
    mkdirSync(at('store'));
    store = await serveStore('webdav', at('store'));
    const { config } = store;
    vi.stubEnv('RCLONE_CONFIG', config);
    return {
      place: { kind: 'rclone', remote: 'store:site', compress: false },
      read: async () => {
        await fetchAll(config, 'store:site', at('fetched'));
        return at('fetched');
      },
    };
  },
};

test.each(Object.keys(KINDS))(
  'a release under replaced keys takes the place of what a thief published on a %s mirror',
  async (kind) => {
    const mirror = await KINDS[kind]?.();
    if (mirror === undefined) throw new Error(kind);
    const publish = (tree: string, name: string) =>
      publishMirror(openStore(mirror.place, at(`work-${name}`)), loadLocalRelease(tree), {
        ...{ base: BASE, now: NOW + 10_000 },
        wait: () => Promise.resolve(),
      });
    await publish(thief.tree, 'thief');
    site.write('index.html', 'true again');
    site.release(NOW + 5_000);
    await expect(publish(site.tree, 'own')).rejects.toMatchObject({ code: 'mirror-newer' });
    site.release(NOW + 6_000, SECOND_KEYS, [ROOT_1, ROOT_2]);
    const { head } = loadState(at('state')) ?? {};
    const { number } = parseRelease(head?.release ?? new Uint8Array());
    expect(number).toBeLessThan(5);
    expect(await publish(site.tree, 'own')).toMatchObject({ state: 'published', release: number });
    expect(await readAsReader(await mirror.read(), BASE)).toEqual({ number, lost: [] });
    // What the thief goes on signing with the stolen keys is older for everybody.
    thief.write('index.html', 'lie again');
    thief.release(NOW + 7_000, ONLINE_KEYS);
    expect(await publish(site.tree, 'own')).toMatchObject({ state: 'same' });
  },
  180_000,
);
