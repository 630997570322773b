import { expect, test } from 'vitest';
import { chooseToPassOn, eachAddress } from './mirrors.ts';

test('readers get whole addresses of a wildcard, each with a code of its own', () => {
  const plain = { name: 'library', base: 'https://library.example/', languages: [], worker: true };
  const wild = {
    name: 'harbour',
    base: 'https://vetla.example.net/',
    wildcard: 'https://*.example.net/',
    names: ['vetla', 'sorin'],
    languages: ['ru'],
    worker: true,
    torrents: ['a.torrent'],
  };
  expect(eachAddress([plain, wild])).toEqual([
    plain,
    {
      name: 'harbour--vetla',
      base: 'https://vetla.example.net/',
      languages: ['ru'],
      worker: true,
      torrents: ['a.torrent'],
    },
    { name: 'harbour--sorin', base: 'https://sorin.example.net/', languages: ['ru'], worker: true },
  ]);
});

const pooled = (...passOn: string[]) => ({
  name: 'harbour',
  base: 'https://vetla.example.net/',
  wildcard: 'https://*.example.net/news/',
  names: ['vetla'],
  passOn,
  languages: [],
  worker: true,
});
const IDS = Array.from({ length: 300 }, (_, at) => `01K${at}`);

test('an article offers no address where the outlet wants none, one for all, or its own of a pool', () => {
  const plain = { name: 'library', base: 'https://library.example/', languages: [], worker: true };
  expect(chooseToPassOn([plain], 'a')).toBeUndefined();
  const fixed = new Set(IDS.map((id) => chooseToPassOn([plain, pooled('lumak')], id)));
  expect([...fixed]).toEqual(['https://lumak.example.net/news/']);
  const of = (...names: string[]) => IDS.map((id) => chooseToPassOn([pooled(...names)], id));
  const names = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'];
  const before = of(...names);
  expect(new Set(before).size).toBe(names.length);
  expect(of(...names.toReversed())).toEqual(before);
  // A name that burned is taken out: no page changes but those that had it.
  const after = of(...names.slice(1));
  const changed = before.filter((base, at) => base !== after[at]);
  expect(new Set(changed)).toEqual(new Set(['https://a1.example.net/news/']));
});
