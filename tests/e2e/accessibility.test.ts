import type { Page } from '@playwright/test';
import { pageNames } from '@tamizdat/archive';
import { languagesOf, outlets, sample } from '../outlets/built-outlets.ts';
import { bringAxe, findWithAxe } from './places/axe.ts';
import { kindsOfAnyEdition, pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';

const editions = outlets.flatMap((outlet) =>
  languagesOf(outlet).map((lang) => ({ ...outlet, lang, title: `${outlet.name}, ${lang}` })),
);

/**
 * Kinds of which no built outlet has a page: blocked.test.ts opens the settings, large-outlet.test.ts the lists of names, and
 * months are lists like the older ones.
 */
const ELSEWHERE = [
  'reader settings',
  'all tags or authors',
  'section, older',
  'tag, older',
  'author, older',
];
/** It leads on at once. */
const PASSING = 'former address';

test('the sample has a page of every kind in the table of pages', () => {
  const kinds = pageNames().filter((kind) => ![...ELSEWHERE, PASSING].includes(kind));
  expect(kinds.length).toBeGreaterThan(15);
  for (const lang of languagesOf(sample))
    expect([...pagesOfEachKind(sample.tree, lang).keys()]).toEqual(
      expect.arrayContaining([
        ...kinds,
        'article with an appeal',
        'article with a newsletter',
        'live blog',
      ]),
    );
});

test('axe sees what is wrong on a dark desk alone', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>A page</title>
    <style>
      @media (prefers-color-scheme: dark) and (min-width: 1000px) { p { color: #777; background: #888 } }
    </style>
    <main><h1>A page</h1><p>Words</p></main></html>`);
  expect(await findWithAxe(page, [360, 1_280])).toEqual([
    'dark, 1280 px: color-contrast <p>Words</p>',
  ]);
});

test('axe sees what comes in the dark alone', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>A page</title>
    <style>
      button { display: none }
      @media (prefers-color-scheme: dark) { button { display: block } }
    </style>
    <main><h1>A page</h1><button></button></main></html>`);
  expect(await findWithAxe(page, [360])).toEqual(['dark, 360 px: button-name <button></button>']);
});

/** What is wrong with a page's width at 320 px, its headings of the first rank, its landmarks and its language. */
async function findOutline(page: Page, lang: string | undefined): Promise<string[]> {
  const [width, said] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.lang,
  ]);
  const counts = { 'heading of rank 1': page.getByRole('heading', { level: 1 }) };
  for (const name of ['banner', 'main', 'contentinfo'] as const)
    Object.assign(counts, { [name]: page.getByRole(name) });
  const found: string[] = [];
  for (const [name, locator] of Object.entries(counts)) {
    const count = await locator.count();
    if (count !== 1) found.push(`${count} of ${name}`);
  }
  if (width > 320) found.push(`${width} px wide`);
  if (lang !== undefined && said !== lang) found.push(`in “${said}”`);
  return found;
}

test('a page that is too wide, without its landmarks and in another language is told', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setContent(`<!doctype html><html lang="ru"><title>A page</title>
    <main style="width: 400px"><h1>A page</h1><h1>Another</h1></main></html>`);
  expect(await findOutline(page, 'en')).toEqual([
    '2 of heading of rank 1',
    '0 of banner',
    '0 of contentinfo',
    expect.stringMatching(/^4\d\d px wide$/),
    'in “ru”',
  ]);
});

for (const { tree, lang, title } of editions) {
  test.describe(title, () => {
    test.use({ tree });
    const pages = pagesOfEachKind(tree, lang);

    test('each kind of page fits the smallest phone, has its heading, landmarks and language, and axe finds nothing, light or dark, on a phone or a desk', async ({
      page,
      site,
    }) => {
      const findings: string[] = [];
      expect([...pages.keys()]).toEqual(expect.arrayContaining([...kindsOfAnyEdition]));
      await bringAxe(page);
      for (const [kind, address] of pages) {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(site.base + address);
        const found = [
          ...(await findOutline(page, kind === 'not found' ? undefined : lang)),
          ...(await findWithAxe(page, [360, 1_280])),
        ];
        findings.push(...found.map((finding) => `${kind} ${address}: ${finding}`));
      }
      expect(findings).toEqual([]);
    });

    test('the keyboard reaches the text at once, and everything', async ({ page, site }) => {
      const address = pages.get('article') ?? pages.get('front page') ?? '';
      await page.goto(site.base + address);
      await page.keyboard.press('Tab');
      const skip = page.locator('.skip');
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#text$/);
      await page.reload();
      // The form shows the link of what is chosen alone.
      const links = await page.locator('a[href]:visible').count();
      const reached = new Set<string>();
      // Fields, scrolled tables and the way round past the end are stops, too; where it begins after a reload is the browser's.
      for (let press = 0; press < links + 12; press++) {
        await page.keyboard.press('Tab');
        reached.add(
          await page.evaluate(() =>
            [...document.querySelectorAll('a[href]')]
              .indexOf(document.activeElement as Element)
              .toString(),
          ),
        );
      }
      reached.delete('-1');
      expect(reached.size).toBe(links);
    });
  });
}
