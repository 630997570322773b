import { languagesOf, outlets, sample } from '../outlets/built-outlets.ts';
import { findWithAxe } from './places/axe.ts';
import { kindsOfAnyEdition, pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';

const editions = outlets.flatMap((outlet) =>
  languagesOf(outlet).map((lang) => ({ ...outlet, lang, title: `${outlet.name}, ${lang}` })),
);

test('the sample has a page of every kind', () => {
  for (const lang of languagesOf(sample)) {
    expect([...pagesOfEachKind(sample.tree, lang).keys()]).toEqual(
      expect.arrayContaining([
        'article with an appeal',
        'article with a newsletter',
        'support',
        'check of a copy',
        'mirrors',
        'live blog',
        'series',
        'tag',
        'author',
        'month',
        'fixed page',
      ]),
    );
  }
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

for (const { tree, lang, title } of editions) {
  test.describe(title, () => {
    test.use({ tree });
    const pages = pagesOfEachKind(tree, lang);

    test('axe finds nothing on any kind of page, light or dark, on a phone or a desk', async ({
      page,
      site,
    }) => {
      const findings: string[] = [];
      expect([...pages.keys()]).toEqual(expect.arrayContaining([...kindsOfAnyEdition]));
      for (const [kind, address] of pages) {
        await page.goto(site.base + address);
        const found = await findWithAxe(page, [360, 1_280]);
        findings.push(...found.map((finding) => `${kind} ${address}: ${finding}`));
      }
      expect(findings).toEqual([]);
    });

    test('every kind of page has one heading of the first rank, its landmarks and its language', async ({
      page,
      site,
    }) => {
      for (const [kind, address] of pages) {
        await page.goto(site.base + address);
        await expect(page.getByRole('heading', { level: 1 }), kind).toHaveCount(1);
        for (const landmark of ['banner', 'main', 'contentinfo'] as const)
          await expect(page.getByRole(landmark), `${kind}: ${landmark}`).toHaveCount(1);
        if (kind !== 'not found')
          await expect(page.locator('html'), kind).toHaveAttribute('lang', lang);
      }
    });

    test('no page is wider than the smallest phone', async ({ browser, site }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      const wide: string[] = [];
      for (const address of pages.values()) {
        await page.goto(site.base + address);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) wide.push(`${address}: ${width} px`);
      }
      await context.close();
      expect(wide).toEqual([]);
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
