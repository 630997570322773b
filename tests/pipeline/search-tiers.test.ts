import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareStates, type TreeState } from './workplace/tree-state.ts';
import { Workplace } from './workplace/workplace.ts';

/** One in five days over three and a half years: more than are searched as recent. */
const ARTICLES = 260;
const NEWEST = Date.parse('2026-11-20T09:00:00Z');

const work = new Workplace();
const { content } = work;
let built: TreeState;
let tiers: [key: string, documents: number][];

beforeAll(async () => {
  await content.fill();
  for (let age = 0; age < ARTICLES; age++) {
    const publishedAt = new Date(NEWEST - age * 5 * 86_400_000).toISOString();
    const [year = '', month = '', day = ''] = publishedAt.slice(0, 10).split('-');
    content.writeArticle({
      folder: `en/${year}/${month}/${day}-note-${age}`,
      title: `The gauge at noon, reading ${age}`,
      text: `The gauge showed ${age} centimetres.`,
      publishedAt,
    });
  }
  built = await work.build();
  tiers = tiersNow();
});

afterAll(() => {
  work.remove();
});

const searchFolder = () => path.join(work.tree, 'search/en');
const tiersNow = (): [string, number][] => {
  const list = JSON.parse(readFileSync(path.join(searchFolder(), 'tiers.json'), 'utf8')) as {
    tiers: { key: string; documents: number }[];
  };
  return list.tiers.map(({ key, documents }) => [key, documents]);
};

test('every article stands in one tier, and each tier has its folder', () => {
  expect(tiers.map(([key]) => key)).toEqual(['recent', '2020s']);
  const articles = [...built.keys()].filter((file) =>
    /^en\/\d{4}\/\d\d\/\d\d\/.*\.html$/.test(file),
  );
  expect(tiers.reduce((sum, [, documents]) => sum + documents, 0)).toBe(articles.length);
  expect(readdirSync(searchFolder()).sort()).toEqual(
    ['2020s', 'pagefind.js', 'recent', 'tiers.json', 'wasm.en.pagefind'].sort(),
  );
});

test('an article more changes the recent tier and the list of tiers, and no closed one', async () => {
  const folder = 'en/2026/11/21-gauge-rises';
  content.writeArticle({
    folder,
    title: 'The gauge rises again',
    text: 'It stands higher than at noon.',
    publishedAt: '2026-11-21T09:00:00Z',
  });
  const { added, changed, removed } = compareStates(built, await work.build());
  const touched = [...added, ...changed, ...removed].filter((file) => file.startsWith('search/'));
  expect(new Set(touched.map((file) => file.split('/').slice(0, 3).join('/')))).toEqual(
    new Set(['search/en/recent', 'search/en/tiers.json']),
  );
  expect(tiersNow()[1]).toEqual(tiers[1]);
  expect(tiersNow()[0]?.[1]).toBe((tiers[0]?.[1] ?? 0) + 1);
});
