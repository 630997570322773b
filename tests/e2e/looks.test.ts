import path from 'node:path';
import { languagesOf, sample } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';

/**
 * The look of the pages that make an outlet, as they were when somebody last looked at them. After a change that is meant,
 * look at the new ones and keep them: `npx playwright test looks --update-snapshots` in `tests/`.
 *
 * Machines differ in fonts: the text is set in one that Debian brings. Pictures stand as flat areas, and the whole is kept
 * at half its size: the layout shows, and the repository stays small.
 */
const KINDS = ['front page', 'article', 'live blog', 'section', 'search', 'archive'];
const SIZES = [
  { width: 320, height: 1400 },
  { width: 768, height: 1400 },
  { width: 1280, height: 1400 },
];

for (const lang of languagesOf(sample)) {
  const pages = pagesOfEachKind(sample.tree, lang);
  for (const kind of KINDS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${kind}, ${lang}, ${colorScheme}`, async ({ browser, site }) => {
        const address = pages.get(kind);
        expect(address).toBeDefined();
        // The policy would block the style that sets the font.
        const context = await browser.newContext({
          colorScheme,
          bypassCSP: true,
          deviceScaleFactor: 0.5,
        });
        const page = await context.newPage();
        for (const viewport of SIZES) {
          await page.setViewportSize(viewport);
          await page.goto(site.base + (address ?? ''));
          await expect(page).toHaveScreenshot(
            `${lang}-${kind.replace(' ', '-')}-${colorScheme}-${viewport.width}.png`,
            {
              maxDiffPixelRatio: 0.01,
              scale: 'device',
              stylePath: path.join(import.meta.dirname, 'looks.css'),
            },
          );
        }
        await context.close();
      });
    }
  }
}
