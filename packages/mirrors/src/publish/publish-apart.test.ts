import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MirrorTarget } from '../kinds/place.ts';
import { MAX_STATUS_BYTES } from '../limits.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishApart, type PublishApartOptions } from './publish-apart.ts';
import { listFaults } from '../../testing/reading.ts';

const site = new SampleSite();

beforeAll(() => {
  site.release();
});
afterAll(() => {
  site.remove();
});

const folderOf = (name: string): string => join(site.folder, 'mirrors', name);

const target = (name: string, reserve = false): MirrorTarget => ({
  name,
  base: `https://${name}.example/`,
  place: { kind: 'folder', folder: folderOf(name) },
  reserve,
});

const publish = (targets: MirrorTarget[], more: Partial<PublishApartOptions> = {}) =>
  publishApart(targets, loadLocalRelease(site.tree), {
    now: NOW,
    dryRun: false,
    repair: () => false,
    work: ({ name }) => join(site.folder, 'work', name),
    ...more,
  });

/** A note within the limit of bytes, of as many objects as fit into it: they take twenty times the memory. */
function exhaust(name: string): void {
  mkdirSync(join(folderOf(name), 'release'), { recursive: true });
  const note = `[${'[],'.repeat(MAX_STATUS_BYTES / 3 - 2)}[]]`;
  expect(note.length).toBeLessThan(MAX_STATUS_BYTES);
  writeFileSync(join(folderOf(name), 'release/published.json'), note);
}

test(
  'a mirror whose answers exhaust the memory is that mirror’s failure, and the others get the release',
  { timeout: 120_000 },
  async () => {
    exhaust('liar');
    exhaust('hidden');
    const targets = [target('liar'), target('hidden', true), target('harbour')];
    const progress: string[] = [];
    const reports = await publish(targets, { memory: 48, tell: (name) => progress.push(name) });
    expect(reports).toMatchObject([
      { name: 'liar', failure: { code: 'publish-ended' } },
      { name: 'hidden', failure: { code: 'publish-ended' } },
      { name: 'harbour', published: { state: 'published', release: 1 } },
    ]);
    expect(JSON.stringify(reports)).not.toContain(site.folder);
    expect(new Set(progress)).toEqual(new Set(['harbour']));
    expect(await listFaults(folderOf('harbour'), 'https://harbour.example/')).toEqual([]);
    expect(readdirSync(join(folderOf('liar'), 'release'))).toEqual(['published.json']);
    // With the memory that a mirror has, such a note is one that cannot be read.
    expect(await publish([target('liar')])).toMatchObject([{ published: { state: 'published' } }]);
    expect(await listFaults(folderOf('liar'), 'https://liar.example/')).toEqual([]);
  },
);

test('a tree that is released anew meanwhile is not published by halves', async () => {
  const local = { ...loadLocalRelease(site.tree), head: '0'.repeat(64) };
  const [report] = await publishApart([target('late')], local, {
    now: NOW,
    dryRun: false,
    repair: () => false,
    work: () => join(site.folder, 'work'),
  });
  expect(report).toMatchObject({ name: 'late', failure: { code: 'tree-changed' } });
});
