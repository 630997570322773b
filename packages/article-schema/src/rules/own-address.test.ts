import { expect, test } from 'vitest';
import { ownAddresses, pathAtOrigin } from './own-address.ts';

const ORIGIN = 'https://pane.example';

test.each([
  ['https://pane.example', '/index.html'],
  ['https://pane.example/', '/index.html'],
  ['https://pane.example/en/', '/en/index.html'],
  ['HTTPS://Pane.Example/en/about.html#who', '/en/about.html#who'],
  ['http://pane.example/en/about', '/en/about.html'],
  ['https://pane.example:443/en/search.html?q=a', '/en/search.html?q=a'],
  ['https://user@pane.example:8443/en/feed.xml', '/en/feed.xml'],
  ['https://pane.example./en/', '/en/index.html'],
  ['https://PANE.EXAMPLE.:443/en/', '/en/index.html'],
  ['https://ｐａｎｅ。example/en/', '/en/index.html'],
  ['//pane.example/en/', '/en/index.html'],
  ['https://pane.example.org/en/', undefined],
  ['https://shop.pane.example/', undefined],
  ['https://web.archive.org/web/2026/https://pane.example/en/', undefined],
  ['mailto:desk@pane.example', undefined],
  ['/en/about.html', undefined],
  ['https://', undefined],
])('%s is %s', (url, own) => {
  expect(pathAtOrigin(url, ORIGIN)).toBe(own);
});

test('a name in other letters is the same in ASCII', () => {
  for (const origin of ['https://окно.example', 'https://xn--j1agbc.example'])
    for (const url of ['https://ОКНО.example/ru/', 'http://xn--j1agbc.example.:8080/ru/'])
      expect(pathAtOrigin(url, origin)).toBe('/ru/index.html');
});

test('an outlet in a folder of a host owns that folder alone', () => {
  const origin = 'https://host.example/pane';
  expect(pathAtOrigin('https://host.example/pane', origin)).toBe('/index.html');
  expect(pathAtOrigin('https://host.example/pane/en/a.html', origin)).toBe('/en/a.html');
  expect(pathAtOrigin('https://host.example/panel/', origin)).toBeUndefined();
  expect(pathAtOrigin('https://host.example/', origin)).toBeUndefined();
});

test('fields that pages link are told, whatever record they stand in', () => {
  const record = {
    origin: ORIGIN,
    title: 'https://pane.example/',
    leadImage: { source: 'https://pane.example/a.jpg' },
    sources: [{ title: 'Us', url: 'https://pane.example/en/', archivedUrl: 'https://x.example/' }],
    links: [{ url: 'https://elsewhere.example/' }],
    newsletters: [{ provider: { action: 'https://pane.example/subscribe' } }],
  };
  expect(ownAddresses(record, ORIGIN).map(({ path }) => path)).toEqual([
    ['leadImage', 'source'],
    ['sources', 0, 'url'],
  ]);
  expect(ownAddresses(record, undefined)).toEqual([]);
});
