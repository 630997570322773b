import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderStore } from '../kinds/folder-store.ts';
import type { MirrorTarget } from '../kinds/place.ts';
import type { Store } from '../kinds/store.ts';
import { MirrorError } from '../mirror-error.ts';
import { loadLocalRelease } from './local-release.ts';
import { describeFailure, publishAll } from './publish-all.ts';
import { inBoth } from '../../testing/in-both.ts';

let site: SampleSite;

beforeEach(() => {
  site = new SampleSite();
  site.release();
});

afterEach(() => {
  site.remove();
});

const folderOf = (name: string): string => join(site.folder, 'mirrors', name);

const target = (name: string, reserve = false): MirrorTarget => ({
  name,
  base: `https://${name}.example/`,
  place: { kind: 'folder', folder: folderOf(name) },
  reserve,
});

/** Publishes to folders, of which some are stores of another sort. */
function publish(targets: MirrorTarget[], stores: Record<string, Partial<Store>> = {}) {
  const waits: number[] = [];
  const done = publishAll(targets, loadLocalRelease(site.tree), {
    now: NOW,
    dryRun: false,
    open: ({ name }) => ({ ...openFolderStore(folderOf(name)), ...stores[name] }),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { done, waits };
}

test('a mirror that is slow and one that fails hold up no other', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slow = openFolderStore(folderOf('slow'));
  const failing = new MirrorError('store-denied', inBoth('No.'), inBoth('Ask.'));
  const { done } = publish([target('slow'), target('failing'), target('quick')], {
    slow: {
      put: async (files) => {
        await gate;
        await slow.put(files);
      },
    },
    failing: { put: () => Promise.reject(failing) },
  });
  while (!existsSync(join(folderOf('quick'), 'release/published.json')))
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(existsSync(folderOf('slow'))).toBe(false);
  open();
  const reports = await done;
  expect(
    reports.map(({ name, failure, published }) => [name, failure?.code ?? published?.state]),
  ).toEqual([
    ['slow', 'published'],
    ['failing', 'store-denied'],
    ['quick', 'published'],
  ]);
});

test('what may pass is tried again, each time after twice as long, and then given up', async () => {
  let tries = 0;
  const passing = new MirrorError('store-busy', inBoth('Later.'), inBoth('Wait.'), {
    passing: true,
  });
  const put = () => {
    tries++;
    return Promise.reject(passing);
  };
  const { done, waits } = publish([target('busy')], { busy: { put } });
  expect((await done)[0]?.failure?.code).toBe('store-busy');
  expect([tries, waits]).toEqual([4, [1_000, 2_000, 4_000]]);
});

test('a mirror that others copy is left to them', async () => {
  const copied: MirrorTarget = { ...target('copied'), place: { kind: 'copied' } };
  expect(await publish([copied]).done).toEqual([{ name: 'copied', kind: 'copied', took: 0 }]);
});

test('a fault says nothing of where a reserve mirror is, and no password of any', async () => {
  const detail = 'fatal: https://anna:hunter2@velvet.example/x: no';
  const fault = new MirrorError('store-failed', inBoth('It broke off.'), inBoth('Again.'), {
    detail,
  });
  expect(describeFailure(fault, { reserve: false }).detail).toBe(
    'fatal: https://…@velvet.example/x: no',
  );
  const open = { reserve: false };
  const signed = 'Put "https://store.example/a/b?sv=1&sig=hunter2%3D": 403 (is that so?)';
  for (const error of [
    new MirrorError('x', inBoth('X.'), inBoth('Y.'), { detail: signed }),
    new Error(signed),
  ])
    expect(describeFailure(error, open).detail).toBe(
      'Put "https://store.example/a/b?…": 403 (is that so?)',
    );
  const unforeseen = new Error('velvet.example');
  for (const error of [fault, unforeseen])
    expect(JSON.stringify(describeFailure(error, { reserve: true }))).not.toMatch(/velvet|hunter2/);
  writeFileSync(join(site.folder, 'mirrors'), '');
  const reports = await publish([target('velvet', true)]).done;
  expect(reports[0]?.failure).toBeDefined();
  expect(JSON.stringify(reports[0]?.failure)).not.toContain('velvet');
});
