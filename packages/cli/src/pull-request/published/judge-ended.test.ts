import { expect, test } from 'vitest';
import { OUTLET } from '../../../testing/sample-outlet.ts';
import type { ChangedSettings } from '../settings/load-settings.ts';
import { judgeEnded } from './judge-ended.ts';
import { listedIn } from './judge-published.ts';

const CLOCK = '2026-11-22T12:00:00Z';
const seen = {
  path: 'articles/ru/2026/11/20-ferry/index.md',
  status: 'ready' as const,
  publishedAt: '2026-11-20T10:00:00Z',
  lists: { section: ['politics'], tag: ['water'], author: ['ann'], series: ['ferry'] },
};
const LISTED = listedIn([seen], CLOCK);

const told = (settings: ChangedSettings, listed = LISTED) =>
  judgeEnded(settings, listed).map(({ path, finding: { code, severity, path: field } }) =>
    [path, code.replace('published-', ''), severity, field.join('.')].join(' ').trim(),
  );

const BEFORE = `${OUTLET}series: [{ id: ferry, name: { ru: Паром, en: Ferry } }]
newsletters:
  - id: week
    lang: en
    name: Week
    description: A letter
    frequency: weekly
    provider: { kind: listmonk, action: 'https://letters.example/form', hidden: { l: 6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11 } }
    privacy: privacy
`;

test.each([
  ['id: politics', 'id: policy', 'sections.0.id'],
  ['id: water', 'id: river', 'tags.0.id'],
  ['id: ferry', 'id: boat', 'series.0.id'],
  ['id: week', 'id: weekly', 'newsletters.0.id'],
  ['tags: [{ id: water, name: { ru: Вода, en: Water } }]', 'tags: []', 'tags'],
  [
    'tags: [{ id: water,',
    'tags: [{ id: sea, name: { ru: Море, en: Sea } }, { id: waters,',
    'tags.0.id',
  ],
])('the address of a list ends, and its feeds: %s to %s', (from, to, field) => {
  const after = BEFORE.replace(from, to);
  expect(after).not.toBe(BEFORE);
  expect(told({ 'outlet.yaml': { before: BEFORE, after } })).toEqual([
    `outlet.yaml address-ended warning ${field}`,
  ]);
});

test('so does a language', () => {
  const before = BEFORE.replaceAll(/ru: ([^,]+), en:/g, 'ru: $1, de: $1, en:').replace(
    '  - { code: en',
    '  - { code: de, name: D, locale: de }\n  - { code: en',
  );
  expect(told({ 'outlet.yaml': { before, after: BEFORE } })).toEqual([
    'outlet.yaml address-ended warning languages',
  ]);
});

test('another name, another order and what is new end nothing', () => {
  const after = BEFORE.replace('en: Water', 'en: Sea').replace(
    'tags: [',
    'tags: [{ id: sea, name: { ru: Море, en: Sea } }, ',
  );
  expect(told({ 'outlet.yaml': { before: BEFORE, after } })).toEqual([]);
  expect(told({ 'outlet.yaml': { after: BEFORE } })).toEqual([]);
  expect(told({ 'outlet.yaml': { before: BEFORE, after: 'name: [' } })).toEqual([]);
});

test('a list on which no article stood had no page', () => {
  const after = BEFORE.replace('id: water', 'id: river').replace('id: ferry', 'id: boat');
  const draft = { ...seen, status: 'draft' as const };
  for (const articles of [[], [draft]])
    expect(
      told(
        { 'outlet.yaml': { before: BEFORE, after }, 'authors/ann.yaml': { before: 'name: A' } },
        listedIn(articles, CLOCK),
      ),
    ).toEqual([]);
});

const RENAMED: ChangedSettings = {
  'pages/en/principles.md': { before: 'A' },
  'pages/en/our-principles.md': { after: 'A' },
  'pages/ru/principles.md': { before: 'A' },
  'pages/ru/our-principles.md': { after: 'A' },
};

test('a fixed page and an author end under another name of the file, and where it is gone', () => {
  expect(told(RENAMED)).toEqual([
    'pages/en/our-principles.md address-ended warning',
    'pages/ru/our-principles.md address-ended warning',
  ]);
  expect(told({ 'pages/en/principles.md': { before: 'A' } })).toEqual([
    'pages/en/principles.md address-ended warning',
  ]);
  expect(
    told({
      'authors/ann.yaml': { before: 'A' },
      'authors/anna.yaml': { after: 'A' },
      'authors/jan.yaml': { after: 'A' },
    }),
  ).toEqual(['authors/ann.yaml address-ended warning']);
  expect(told({ 'pages/en/principles.md': { before: 'A', after: 'B' } })).toEqual([]);
  expect(told({ 'appeals/en/winter.md': { before: 'A' } })).toEqual([]);
});

test('nothing ends where something leads on from there', () => {
  const after = BEFORE.replace(
    'id: water,',
    'id: river, formerAddresses: { ru: [ru/tag/water], en: [en/tag/water] },',
  );
  expect(told({ 'outlet.yaml': { before: BEFORE, after } })).toEqual([]);
  const half = after.replace('ru: [ru/tag/water], ', '');
  expect(told({ 'outlet.yaml': { before: BEFORE, after: half } })).toHaveLength(1);
  const page = '---\ntitle: Ours\nformerAddresses: [en/principles]\n---\n\nText.\n';
  const author = 'name: { ru: А, en: A }\nformerAddresses: { ru: [ru/author/ann] }\n';
  expect(
    told({
      'pages/en/principles.md': { before: 'A' },
      'pages/en/our-principles.md': { after: page },
      'authors/ann.yaml': { before: 'A' },
      'authors/anna.yaml': { after: author },
    }),
  ).toEqual([]);
});

test('says in both languages what is gone and what to do', () => {
  const [page] = judgeEnded(RENAMED, LISTED);
  const after = BEFORE.replace('id: water', 'id: river');
  const [tag] = judgeEnded({ 'outlet.yaml': { before: BEFORE, after } }, LISTED);
  expect(page?.finding.message).toBe('“principles” is gone from pages: this address ends.');
  expect(tag?.finding.message).toBe('“water” is gone from tags: this address and its feeds end.');
  for (const { remedy = '' } of [page?.finding ?? {}, page?.finding.ru ?? {}])
    expect(remedy).toContain('content/pages/en/principles.md');
  for (const { remedy = '' } of [tag?.finding ?? {}, tag?.finding.ru ?? {}])
    expect(remedy).toContain('id: water');
});
