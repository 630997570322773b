import { expect, test } from 'vitest';
import { eachAddress } from './mirrors.ts';

test('readers get whole addresses of a wildcard, each with a code of its own', () => {
  const plain = { name: 'library', base: 'https://library.example/', languages: [] };
  const wild = {
    name: 'harbour',
    base: 'https://vetla.example.net/',
    wildcard: 'https://*.example.net/',
    names: ['vetla', 'sorin'],
    languages: ['ru'],
    torrents: ['a.torrent'],
  };
  expect(eachAddress([plain, wild])).toEqual([
    plain,
    {
      name: 'harbour--vetla',
      base: 'https://vetla.example.net/',
      languages: ['ru'],
      torrents: ['a.torrent'],
    },
    { name: 'harbour--sorin', base: 'https://sorin.example.net/', languages: ['ru'] },
  ]);
});
