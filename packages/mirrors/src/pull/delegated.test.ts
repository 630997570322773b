import { join } from 'node:path';
import { signAgain } from '@tamizdat/release';
import { MIRRORS, NOW, ONLINE_KEYS, sampleKey, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SampleCopy } from '../../testing/sample-pull.ts';

/** A site whose list of mirrors is left to a role of its own (SPEC 6.8). */

let site: SampleSite;
let copy: SampleCopy;
beforeEach(() => {
  site = new SampleSite();
  copy = new SampleCopy();
});
afterEach(() => {
  site.remove();
  copy.remove();
});

test('is pulled whole, with the list of before for who reads along', async () => {
  const place = { tree: site.tree, state: join(site.folder, 'state') };
  const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
  site.release();
  signAgain(place, { what: 'delegation', keys }, NOW);
  await copy.pull(site.tree);
  signAgain(place, { what: 'mirrors', mirrors: MIRRORS.slice(1), keys }, NOW);
  await copy.pull(site.tree);
  expect(copy.read('release/2.addresses.json')).toContain('mirrors.json');
  expect(copy.read('release/1.addresses.json')).toContain('mirrors.json');
  expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [] });
});
