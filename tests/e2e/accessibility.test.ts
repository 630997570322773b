import { AxeBuilder } from '@axe-core/playwright';
import { languagesOf, outlets, sample } from '../outlets/built-outlets.ts';
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

for (const { tree, lang, title } of editions) {
  test.describe(title, () => {
    test.use({ tree });
    const pages = pagesOfEachKind(tree, lang);

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing on any kind of page: ${colorScheme}`, async ({ browser, site }) => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width: 360, height: 740 },
        });
        const page = await context.newPage();
        const findings: string[] = [];
        expect([...pages.keys()]).toEqual(expect.arrayContaining([...kindsOfAnyEdition]));
        for (const [kind, address] of pages) {
          await page.goto(site.base + address);
          const { violations } = await new AxeBuilder({ page })
            // WCAG 2.2; off by default.
            .options({ rules: { 'target-size': { enabled: true } } })
            .analyze();
          findings.push(
            ...violations.map(
              ({ id, nodes }) =>
                `${kind} ${address}: ${id} ${nodes.map(({ html }) => html).join(' ')}`,
            ),
          );
        }
        await context.close();
        expect(findings).toEqual([]);
      });
    }

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
