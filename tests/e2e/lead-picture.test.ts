import { languagesOf, sample } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';

/** Phones of our readers: CSS pixels and density. */
const PHONES = [
  { width: 320, density: 2 },
  { width: 360, density: 2 },
  { width: 360, density: 3 },
  { width: 412, density: 2.625 },
  { width: 430, density: 3 },
];

for (const lang of languagesOf(sample)) {
  for (const { width, density } of PHONES) {
    test(`${lang}: ${width} pixels at ${density} take the lead picture’s smallest file`, async ({
      browser,
      site,
    }) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        deviceScaleFactor: density,
      });
      const page = await context.newPage();
      for (const kind of ['front page', 'article']) {
        await page.goto(site.base + (pagesOfEachKind(sample.tree, lang).get(kind) ?? ''));
        const lead = page.locator('.lead img, .first img').first();
        await expect
          .poll(() => lead.evaluate((image: HTMLImageElement) => image.currentSrc))
          .not.toBe('');
        const taken = await lead.evaluate((image: HTMLImageElement) => [
          image.parentElement?.querySelector('source')?.srcset.split(' ')[0]?.split('/').at(-1),
          image.currentSrc.split('/').at(-1),
        ]);
        expect(taken[1], kind).toBe(taken[0]);
      }
      await context.close();
    });
  }
}
