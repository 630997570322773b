import { parseOutlet } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { authorFiles, newOutlet, withTaxa } from '../write/outlet-file.ts';
import { formerAddress } from '../article/addresses.ts';
import { formerFeedsOf, formerPlacesOf, listMoves } from './former-places.ts';
import { type ImportMap, MapSchema } from './map.ts';

const entry = (id: string, rest: object = {}) => ({ old: id, id, name: id, ...rest });

function mapWith(changes: Partial<ImportMap>): ImportMap {
  return MapSchema.parse({
    from: 'WordPress',
    language: 'en',
    timeZone: 'UTC',
    ownHosts: ['old.example'],
    otherSection: { id: 'other', name: 'Other' },
    outlet: {
      name: 'Old',
      description: 'Old news',
      origin: 'https://old.example',
      licence: 'All rights reserved',
    },
    sections: [],
    tags: [],
    authors: [],
    ...changes,
  });
}

test.each([
  [
    'WordPress',
    'section',
    'City',
    'news/city',
    '/category/news/city/',
    '/category/news/city/feed/',
  ],
  ['WordPress', 'tag', 'Water', 'water', '/tag/water/', '/tag/water/feed/'],
  ['Ghost', 'section', 'City', 'city', '/tag/city/', '/tag/city/rss/'],
  ['Hugo', 'tag', 'Вода и лёд', undefined, '/tags/вода-и-лёд/', '/tags/вода-и-лёд/index.xml'],
] as const)('%s knows where a list stood: %s %s', (system, of, name, known, page, feed) => {
  expect(formerPlacesOf(system, of, name, known)).toEqual({
    formerAddresses: [page],
    formerFeeds: [feed],
  });
});

test('of what makes no lists by itself nothing is said', () => {
  expect(formerPlacesOf('Substack', 'tag', 'Water', undefined)).toEqual({});
  expect(formerPlacesOf('JSON lines', 'tag', 'Water', 'water')).toEqual({});
  expect(formerPlacesOf('Hugo', 'tag', '???', undefined)).toEqual({});
  expect(formerFeedsOf('JSON lines')).toEqual([]);
});

test.each([
  ['/feed/', 'feed'],
  ['/index.xml', 'index.xml'],
  ['/feed/feed.xml', 'feed/feed.xml'],
  ['/?feed=rss2', undefined],
  ['https://old.example/Feed', undefined],
  ['/rss/index', undefined],
  ['/en/feed.xml', undefined],
  ['/aux/feed.xml', undefined],
  ['/feed.php', undefined],
])('a former feed at %s', (old, address) => {
  expect(formerAddress(old, 'en', true)).toBe(address);
});

const lists = mapWith({
  formerFeeds: ['/feed/', '/rss.xml', '/?feed=rss2'],
  sections: [entry('city', { as: 'section', formerAddresses: ['/category/city/'] })] as never,
  tags: [
    entry('water', {
      as: 'tag',
      formerAddresses: ['/tag/water/'],
      formerFeeds: ['/tag/water/feed/'],
    }),
    entry('sea', {
      as: 'tag',
      id: 'water',
      name: 'Water',
      formerAddresses: ['/tag/sea/', '/Море/'],
    }),
    entry('air', { as: 'nothing', formerAddresses: ['/tag/air/'] }),
  ] as never,
  authors: [
    entry('anna', { named: true, formerAddresses: ['/author/anna/'] }),
    entry('secret', { named: false, formerAddresses: ['/author/secret/'] }),
  ] as never,
});

test('records say where their lists stood, as far as a file can stand there', () => {
  const text = newOutlet(lists, '2026-11-22');
  const { value, problems } = parseOutlet(text, { path: 'outlet.yaml' });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value?.formerFeeds).toEqual({ en: ['feed', 'rss.xml'] });
  expect(value?.sections[0]?.formerAddresses).toEqual({ en: ['category/city'] });
  expect(value?.tags).toMatchObject([
    {
      id: 'water',
      formerAddresses: { en: ['tag/sea', 'tag/water'] },
      formerFeeds: { en: ['tag/water/feed'] },
    },
  ]);
  expect(withTaxa(text, lists, ['en'])).toBe(text);
});

test('a second archive adds its feeds, and claims nothing that the first has', () => {
  const again = mapWith({
    from: 'Old blog',
    formerFeeds: ['/feed/', '/blog/feed/'],
    tags: [entry('ice', { as: 'tag', formerAddresses: ['/tag/water/', '/tag/ice/'] })] as never,
  });
  const { value } = parseOutlet(withTaxa(newOutlet(lists, '2026-11-22'), again, ['en']), {
    path: 'outlet.yaml',
  });
  expect(value?.formerFeeds).toEqual({ en: ['feed', 'rss.xml', 'blog/feed'] });
  expect(value?.tags.at(-1)?.formerAddresses).toEqual({ en: ['tag/ice'] });
});

test('tags are named in the languages of the archive, those that were there too', () => {
  const there = newOutlet(mapWith({ languages: ['ru', 'de'] }), '2026-11-22').replace(
    'tags: []',
    'tags: [{ id: ice, name: { de: Eis } }]',
  );
  const both = mapWith({
    languages: ['ru'],
    sections: [entry('city', { as: 'section' })] as never,
    tags: [entry('ice', { as: 'tag', name: 'Ice' }), entry('sea', { as: 'tag' })] as never,
  });
  const { value } = parseOutlet(withTaxa(there, both, ['en', 'ru', 'de']), { path: 'outlet.yaml' });
  expect(value?.tags.map(({ name }) => name)).toEqual([
    { de: 'Eis', en: 'Ice', ru: 'Ice' },
    { en: 'sea', ru: 'sea' },
  ]);
  expect(Object.keys(value?.sections.at(-1)?.name ?? {})).toEqual(['en', 'ru', 'de']);
});

test('where the outlet does not publish in the language of an archive nothing is written of it', () => {
  expect(
    withTaxa(newOutlet(mapWith({}), '2026-11-22'), { ...lists, language: 'de' }, ['en']),
  ).not.toContain('former');
});

test('whoever is not to be named is in no address, of a file or of a rule', () => {
  const files = authorFiles(lists, new Set(), ['en']);
  expect([...files.keys()]).toEqual(['authors/anna.yaml']);
  expect(files.get('authors/anna.yaml')).toContain('author/anna');
  const used = new Set(['author anna', 'author secret', 'tag water', 'section city']);
  const moves = listMoves(lists, used);
  expect(JSON.stringify(moves)).not.toContain('secret');
  expect(moves).toEqual([
    ['/feed/', '/en/feed.xml'],
    ['/rss.xml', '/en/feed.xml'],
    ['/?feed=rss2', '/en/feed.xml'],
    ['/category/city/', '/en/section/city.html'],
    ['/tag/water/', '/en/tag/water.html'],
    ['/tag/water/feed/', '/en/tag/water.xml'],
    ['/tag/sea/', '/en/tag/water.html'],
    ['/Море/', '/en/tag/water.html'],
    ['/author/anna/', '/en/author/anna.html'],
  ]);
  expect(listMoves(lists, new Set(['section city'])).map(([old]) => old)).not.toContain(
    '/tag/water/',
  );
});
