import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MIRRORS } from '@tamizdat/release/testing';
import { SampleSite } from '@tamizdat/release/testing';
import { FINGERPRINT, SampleCopy } from '../../testing/sample-pull.ts';
import { FollowedMirrors } from './followed-mirrors.ts';

const folder = mkdtempSync(join(tmpdir(), 'followed-'));
const site = new SampleSite();
const copy = new SampleCopy();
afterAll(() => {
  rmSync(folder, { recursive: true });
  copy.remove();
  site.remove();
});

const at = (base: string) => ({ base, name: 'M', languages: [], worker: true });

test('a copy keeps the list of mirrors that came empty or lost more than half, until it is signed anew', async () => {
  const bases = ['https://one.example/', 'https://two.example/', 'https://three.example/'];
  const pullWith = async (mirrors: typeof MIRRORS) => {
    site.mirrors = mirrors;
    site.write('index.html', `front ${JSON.stringify(mirrors)} ${Math.random()}`);
    site.release();
    const { exit, others, heldList } = await copy.pull(site.tree);
    return { exit, others, heldList };
  };
  expect(await pullWith(bases.map(at))).toEqual({ exit: 0, others: bases, heldList: 0 });
  expect(await pullWith([])).toEqual({ exit: 0, others: bases, heldList: 2 });
  // Another release with the same list is no newer signature of it.
  expect(await pullWith([])).toEqual({ exit: 0, others: bases, heldList: 2 });
  const gone = await copy.pull(site.tree, {
    tamper: (_, response) => {
      response.destroy();
      return true;
    },
  });
  expect(gone).toMatchObject({ exit: 4, others: bases, heldList: 2 });
  const anew = ['https://four.example/'];
  expect(await pullWith(anew.map(at))).toEqual({ exit: 0, others: anew, heldList: 0 });
});

test.each(['', '{}', 'null', '[]', '{"number":1,"held":0,"mirrors":[{"base":"x"}]}'])(
  'what is not as it was written counts for nothing: %s',
  (text) => {
    const lists = new FollowedMirrors(folder, FINGERPRINT);
    writeFileSync(join(folder, `${FINGERPRINT}.mirrors.json`), text);
    expect(lists.load()).toBeUndefined();
    const taken = { number: 1, mirrors: [at('https://one.example/')] };
    expect(lists.follow(taken)).toEqual({ ...taken, held: 0 });
    expect(lists.load()).toEqual({ ...taken, held: 0 });
    expect(readdirSync(folder)).toHaveLength(1);
  },
);
