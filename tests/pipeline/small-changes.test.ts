import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPicture } from './fixture/picture.ts';
import { compareStates, type TreeChanges, type TreeState } from './workplace/tree-state.ts';
import { Workplace } from './workplace/workplace.ts';

const work = new Workplace();
const { content } = work;
let before: TreeState;

beforeAll(async () => {
  await content.fill();
  before = await work.build();
});

afterAll(() => {
  work.remove();
});

/** Names that are hashes of what a file holds, as a star: the kinds of file that changed stay to be seen. */
function withoutHashes({ added, changed, removed }: TreeChanges): TreeChanges {
  const star = (file: string): string =>
    file
      .replace(/^(media\/)[0-9a-f]{20}/, '$1*')
      .replace(/^(search\/.*?\/(?:\w+\/\w+_|pagefind\.\w+_))[0-9a-f]{7,}/, '$1*');
  const stars = (files: string[]): string[] => files.map(star).sort();
  return { added: stars(added), changed: stars(changed), removed: stars(removed) };
}

async function changesNow(now?: string): Promise<TreeChanges> {
  return withoutHashes(compareStates(before, await work.build(now)));
}

/** Pagefind names its parts after their bytes: a filter, the words and the list of a tier's documents are replaced. */
function searchParts(filters: number): string[] {
  return [
    ...Array.from({ length: filters }, () => 'search/en/recent/filter/en_*.pf_filter'),
    'search/en/recent/index/en_*.pf_index',
    'search/en/recent/pagefind.en_*.pf_meta',
  ];
}

const EDITION_FEEDS = ['en/atom.xml', 'en/feed.json', 'en/feed.xml'];
const LIST_FEEDS = ['en/author/anna.xml', 'en/section/news.xml', 'en/tag/river.xml'];
const LISTS = [
  'en/author/anna.html',
  'en/index.html',
  'en/section/news.html',
  'en/tag/river.html',
  'index.html',
];
const FRAGMENT = 'search/en/recent/fragment/en_*.pf_fragment';
const SEARCH_TIERS = 'search/en/tiers.json';

const PIER = {
  title: 'A new pier stands below the bridge',
  text: 'The pier was built in a week.',
  leadImage: { file: 'pier.png', alt: 'A pier in a gradient of colours' },
};

test('a new article changes its own page, the lists it is on, their feeds and its edition’s search', async () => {
  const folder = 'en/2026/11/22-new-pier';
  content.writeArticle({ ...PIER, folder, publishedAt: '2026-11-22T11:30:00Z' });
  content.write(`articles/${folder}/pier.png`, await buildPicture(200));
  const changes = await changesNow();
  content.removeArticle(folder);
  const avif = changes.added.filter((file) => file === 'media/*.avif');
  expect(avif.length).toBeGreaterThan(1);
  expect(changes).toEqual({
    added: [
      'en/2026/11/22/new-pier.html',
      'en/2026/11/22/new-pier.txt',
      ...avif,
      'media/*.jpg',
      'media/*.jpg',
      // For link previews.
      'media/*.jpg',
      FRAGMENT,
      ...searchParts(3),
    ].sort(),
    changed: [
      // Which pages are the newest, for hosts that send headers.
      '_headers',
      ...EDITION_FEEDS,
      'en/brief.xml',
      ...LIST_FEEDS,
      ...LISTS,
      'en/2026/11/index.html',
      'news-sitemap.xml',
      'sitemap.xml',
      'sitemaps/2026-11.xml',
      SEARCH_TIERS,
    ].sort(),
    removed: searchParts(3),
  });
});

test('the first article of a month also adds to the archive and to the months beside it', async () => {
  const folder = 'en/2026/12/01-first-ice';
  content.writeArticle({ folder, title: 'The first ice is on the river', text: 'It is thin.' });
  const changes = await changesNow('2026-12-01T18:00:00Z');
  content.removeArticle(folder);
  expect(changes).toEqual({
    added: [
      'en/2026/12/01/first-ice.html',
      'en/2026/12/01/first-ice.txt',
      'en/2026/12/index.html',
      'sitemaps/2026-12.xml',
      FRAGMENT,
      ...searchParts(3),
    ].sort(),
    changed: [
      '_headers',
      ...EDITION_FEEDS,
      'en/brief.xml',
      ...LIST_FEEDS,
      ...LISTS,
      'en/2026/11/index.html',
      'en/archive.html',
      // Without scripts the search page is the archive.
      'en/search.html',
      'news-sitemap.xml',
      'sitemap.xml',
      SEARCH_TIERS,
    ].sort(),
    removed: searchParts(3),
  });
});

test('a mended word in an old text changes its page, the feeds that carry it and its part of the search', async () => {
  content.editArticle('en/2026/10/05-the-bridge-opens', (text) =>
    text.replace('opened on Monday', 'reopened on Monday'),
  );
  expect(await changesNow()).toEqual({
    added: [FRAGMENT, ...searchParts(0)],
    changed: [
      ...EDITION_FEEDS,
      ...LIST_FEEDS,
      'en/2026/10/05/the-bridge-opens.html',
      'en/2026/10/05/the-bridge-opens.txt',
      SEARCH_TIERS,
    ].sort(),
    removed: [FRAGMENT, ...searchParts(0)],
  });
});

test('an address to pass on changes the pages of articles and nothing else', async () => {
  const wildcard = 'name: harbour, address: "https://*.example.net/", kind: copied, names: [vetla]';
  content.write('mirrors.yaml', `mirrors: [{ ${wildcard} }]\n`);
  const without = await work.build();
  content.write('mirrors.yaml', `mirrors: [{ ${wildcard}, passOn: [lumak] }]\n`);
  const { added, changed, removed } = compareStates(without, await work.build());
  rmSync(path.join(content.root, 'mirrors.yaml'));
  expect([added, removed]).toEqual([[], []]);
  expect(changed.length).toBeGreaterThan(0);
  expect(
    changed.filter((file) => !/^(?:en|ru)\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(file)),
  ).toEqual([]);
});
