import { AxeBuilder } from '@axe-core/playwright';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test, tree } from './places/places.ts';

const languages = readdirSync(tree).filter((name) => existsSync(path.join(tree, name, 'feed.xml')));

for (const lang of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any kind of page: ${lang}, ${colorScheme}`, async ({
      browser,
      site,
    }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 360, height: 740 },
      });
      const page = await context.newPage();
      const findings: string[] = [];
      const kinds = pagesOfEachKind(lang);
      expect(kinds.size).toBe(11);
      for (const [kind, address] of kinds) {
        await page.goto(site.base + address);
        const { violations } = await new AxeBuilder({ page }).analyze();
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

  test(`no page is wider than the smallest phone: ${lang}`, async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const address of pagesOfEachKind(lang).values()) {
      await page.goto(site.base + address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${address}: ${width} px`);
    }
    await context.close();
    expect(wide).toEqual([]);
  });

  test(`the keyboard reaches the text at once, and everything: ${lang}`, async ({ page, site }) => {
    const article = pagesOfEachKind(lang).get('article') ?? '';
    await page.goto(site.base + article);
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#text$/);
    await page.reload();
    const links = await page.locator('a[href]').count();
    const reached = new Set<string>();
    for (let press = 0; press < links + 5; press++) {
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
}
