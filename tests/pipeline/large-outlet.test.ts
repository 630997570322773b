import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { type Content, weightOf } from '@tamizdat/archive';
import { exampleArticle } from '@tamizdat/archive/testing';
import { AuthorSchema, OutletSchema } from '@tamizdat/article-schema';
import { roomOf } from '@tamizdat/tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findWithAxe } from '../e2e/places/axe.ts';

/** Twenty years of an outlet in Russian, whose letters take more room than Latin ones, as it may come out of an old archive. */
const YEARS = Array.from({ length: 20 }, (_, year) => 2007 + year);
const MONTHS = YEARS.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
).filter((month) => month < '2026-11');
const WORDS = 'вода суд школа мост река право хлеб театр война выборы';
const pick = (words: string, at: number): string => words.split(' ')[at % 10] ?? '';

/** Words that compress like names do, which have little in common: the same each time. */
let state = 1;
function makeWord(letters: string): string {
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  const [hard = '', soft = ''] = letters.split(' ');
  const syllable = () => (hard[next() % hard.length] ?? '') + (soft[next() % soft.length] ?? '');
  return Array.from({ length: 2 + (next() % 3) }, syllable).join('');
}
const cyrillic = (): string => makeWord('бвгджзклмнпрстфхцчш аеиоуыэюя');
const latin = (): string => makeWord('bcdfghklmnprstvz aeiouy');

const authors = Array.from({ length: 700 }, (_, at) =>
  AuthorSchema.parse({
    id: `${latin()}-${latin()}-${at}`,
    name: { ru: `${cyrillic()} ${cyrillic()}` },
  }),
);
const outlet = OutletSchema.parse({
  name: { ru: 'Старая газета' },
  description: { ru: 'Двадцать лет новостей' },
  origin: 'https://outlet.example/',
  tagAuthority: { domain: 'outlet.example', date: '2024' },
  languages: [{ code: 'ru', name: 'Русский', locale: 'ru' }],
  timeZone: 'UTC',
  sections: Array.from({ length: 40 }, (_, at) => ({
    id: `section-${at}`,
    name: { ru: `Раздел «${pick(WORDS, at)} и ${pick(WORDS, at + 3)}» ${at}` },
  })),
  tags: Array.from({ length: 400 }, (_, at) => ({
    id: `${latin()}-${at}`,
    name: { ru: `${cyrillic()} ${at % 3 === 0 ? cyrillic() : ''}`.trim() },
  })),
  licence: { name: { ru: 'CC' } },
});
const idAt = (all: readonly { id: string }[], at: number): string => all[at % all.length]?.id ?? '';

/** One section has an article in each month, the rest share what is left. */
const articles = MONTHS.flatMap((month, at) =>
  [0, 1, 2].map((part) => {
    const number = at * 3 + part;
    return exampleArticle(
      `${pick('harbour river court school bridge', part)}-${number}`,
      `${month}-0${part + 1}`,
      {
        lang: 'ru',
        title: `Как ${pick(WORDS, number)} и ${pick(WORDS, number + 4)} изменили город за ${number} дней`,
        standfirst: `Рассказ о том, что случилось в ${month}: ${pick(WORDS, number + 5)}, ${pick(WORDS, number + 7)} и другие.`,
        section: part === 0 ? 'section-0' : `section-${(number % 39) + 1}`,
        tags: [idAt(outlet.tags, number)],
        authors: [idAt(authors, number)],
      },
    );
  }),
);

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-large-'));
const render = new Map<string, () => Promise<string>>();

interface Templates {
  openRenderer: (
    settings: object,
    content: Content,
  ) => {
    routes: () => Promise<{ pattern: string; pathname: string }[]>;
    render: (route: object) => Promise<{ path: string; bytes: Uint8Array }>;
  };
}

beforeAll(async () => {
  const compiled = path.resolve(
    import.meta.dirname,
    '../../apps/site/.out/renderer/server/entry.mjs',
  );
  const { openRenderer } = (await import(pathToFileURL(compiled).href)) as Templates;
  const settings = {
    contentFolder: folder,
    mediaFolder: folder,
    clock: '2026-11-22T12:00:00Z',
    preview: false,
  };
  const renderer = openRenderer(settings, {
    ...{ outlet, authors, articles: articles.toReversed(), pages: [], appeals: [], mirrors: [] },
    ...{ fronts: new Map(), words: new Map(), digests: new Map(), problems: [] },
  });
  for (const route of await renderer.routes())
    render.set(nameOf(route.pathname), async () =>
      new TextDecoder().decode((await renderer.render(route)).bytes),
    );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A page by its address without `index` and `.html`, as the links of all pages can be compared. */
const nameOf = (pathname: string): string =>
  pathname.slice(1).replace(/(?:\/index)?(?:\.html)?$/, '');

/** A page as it is published. */
async function page(address: string): Promise<string> {
  const made = render.get(address);
  if (made === undefined) throw new Error(`there is no page ${address}`);
  return made();
}

test.each([
  'ru/search',
  'ru/feeds',
  'ru/archive/tag',
  'ru/archive/tag-2',
  'ru/archive/author',
  'ru/archive/author-4',
  'ru/section/section-0',
  'ru/section/section-0/2014',
  `ru/tag/${idAt(outlet.tags, 0)}`,
  `ru/author/${idAt(authors, 0)}`,
  'ru',
])('%s of 700 authors, 400 tags and 20 years holds its budget', async (address) => {
  const html = await page(address);
  const file = address === 'ru' ? 'ru/index.html' : `${address}.html`;
  const budget = weightOf(file)?.budget;
  expect(budget).toBeDefined();
  expect(roomOf(file, html, budget)).toBeGreaterThanOrEqual(0);
});

test('the archive crosses a connection that freezes after 16 KB', async () => {
  expect(gzipSync(await page('ru/archive'), { level: 9 }).length).toBeLessThan(12_000);
});

test('without a script there is a way to every tag, every author and every month', async () => {
  const linksOf = async (address: string): Promise<string[]> =>
    [...(await page(address)).matchAll(/<a [^>]*href="?([^"\s>#]+\.html)/g)].map(([, href = '']) =>
      nameOf(new URL(href, `https://x.invalid/${address}.html`).pathname),
    );
  const seen = new Set(await linksOf('ru/search'));
  // A set is gone through with what is added on the way.
  for (const address of seen)
    if (/^ru\/archive|^ru\/section\/section-0/.test(address))
      for (const link of await linksOf(address)) seen.add(link);
  const wanted = [...render.keys()].filter((address) =>
    /^ru\/(?:(?:tag|author)\/[^./]+|\d{4}\/\d\d|section\/section-0\/.*)$/.test(address),
  );
  expect(wanted.length).toBeGreaterThan(1_500);
  expect(wanted.filter((address) => !seen.has(address))).toEqual([]);
});

test('lists of all names fit the smallest phone, and axe finds nothing, light or dark', async () => {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    chromiumSandbox: false,
  });
  try {
    const shown = await browser.newPage();
    for (const address of ['ru/archive/tag', 'ru/archive/author-4']) {
      await shown.setViewportSize({ width: 320, height: 740 });
      await shown.setContent(await page(address), { waitUntil: 'domcontentloaded' });
      const width = await shown.evaluate(() => document.documentElement.scrollWidth);
      expect([address, width, await findWithAxe(shown, [320, 1_280])]).toEqual([address, 320, []]);
    }
  } finally {
    await browser.close();
  }
}, 120_000);
