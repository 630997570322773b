import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { languagesOf, sample } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';

const styles = path.resolve(import.meta.dirname, '../../apps/site/src/styles');

/** What readers tell their browser they need: other colours, stillness, paper. */
for (const lang of languagesOf(sample)) {
  test.describe(lang, () => {
    const pages = pagesOfEachKind(sample.tree, lang);
    const visit = (page: Page, base: string, kind: string) =>
      page.goto(`${base}${pages.get(kind) ?? 'no page of this kind'}`);

    test('in forced colours what has the focus is outlined, and the page one is on is marked', async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      for (const kind of ['front page', 'article', 'live blog', 'section', 'search']) {
        await visit(page, site.base, kind);
        for (let press = 0; press < 4; press++) {
          await page.keyboard.press('Tab');
          const outline = await page.locator(':focus').evaluate((element) => {
            const { outlineStyle, outlineWidth, outlineColor, backgroundColor } =
              getComputedStyle(element);
            return { outlineStyle, outlineWidth, seen: outlineColor !== backgroundColor };
          });
          expect(outline, kind).toEqual({
            outlineStyle: 'solid',
            outlineWidth: '3px',
            seen: true,
          });
        }
      }
      for (const kind of ['section', 'search', 'fixed page', 'corrections']) {
        await visit(page, site.base, kind);
        const current = page.locator('[aria-current=page]').first();
        await expect(current, kind).toHaveCSS('font-weight', '700');
        await expect(page.locator('nav a:not([aria-current])').first(), kind).toHaveCSS(
          'font-weight',
          '400',
        );
      }
    });

    test('in forced colours fields and buttons have an edge', async ({ page, site }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await visit(page, site.base, 'search');
      const edges = await page.locator('input, select, button').evaluateAll((fields) =>
        fields.map((field) => {
          const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(field);
          const ground = getComputedStyle(document.body).backgroundColor;
          return [borderTopStyle, borderTopWidth, borderTopColor !== ground];
        }),
      );
      expect(edges.length).toBeGreaterThan(3);
      expect(new Set(edges.map(String))).toEqual(new Set(['solid,1px,true']));
    });

    test('in forced colours, which drop its shadow, a table still has an edge where it is cut off', async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await visit(page, site.base, 'article with a table');
      const edges = await page.locator('.table').evaluateAll((tables) =>
        tables.map((table) => {
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(table);
          const ground = getComputedStyle(document.body).backgroundColor;
          return [outlineStyle, outlineWidth, outlineColor !== ground];
        }),
      );
      expect(new Set(edges.map(String))).toEqual(new Set(['solid,1px,true']));
    });

    test('nothing moves for readers who asked for stillness', async ({ page, site }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const [kind, address] of pages) {
        await page.goto(site.base + address);
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((element) => {
              const { animationName, transitionDuration, scrollBehavior } =
                getComputedStyle(element);
              return (
                animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto'
              );
            })
            .map(({ tagName }) => tagName),
        );
        expect(moving, kind).toEqual([]);
      }
    });

    test('paper gets the text without what can only be clicked or scrolled', async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ media: 'print' });
      for (const [kind, address] of pages) {
        await page.goto(site.base + address);
        await expect(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
        await expect(page.locator('.top nav a:visible, .foot nav a:visible'), kind).toHaveCount(0);
        await expect(page.locator('.skip'), kind).not.toBeInViewport();
      }
      await visit(page, site.base, 'article with a table');
      await expect(page.locator('.table').first()).toHaveCSS('overflow-x', 'visible');
      await expect(page.locator('main')).toHaveCSS('color', /^rgb\((?:\d\d?, ){2}\d\d?\)$/);
    });

    test('tables of many columns, their figures and the picture above them are whole on paper', async ({
      page,
      site,
    }) => {
      await visit(page, site.base, 'article with a table');
      await expect(page.locator('.lead img')).toBeVisible();
      const files = ['table.css', 'wide-table.css'].map((file) => path.join(styles, file));
      const css = files.map((file) => readFileSync(file, 'utf8')).join('');
      await page.locator('.prose').evaluate((prose, rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
        const cells = Array.from({ length: 14 }, (_, at) => `<td>${String(at)}000 000</td>`);
        prose.innerHTML += `<div class="table"><table><tr>${cells.join('')}</tr></table></div>`;
        for (const columns of [7, 10, 14, 18]) {
          const figures = '<td class="figure">100/0</td><td class="figure">1998</td>'.repeat(
            columns / 2,
          );
          const words = `<td>${'Предупреждение о недостоверности сведений '.repeat(9)}</td>`;
          prose.innerHTML += `<div class="table"><table><tr>${words}${figures}</tr></table></div>`;
        }
      }, css);
      await page.emulateMedia({ media: 'print' });
      // A4 upright and on its side, less a centimetre on either side, and without margins.
      for (const width of [718, 794, 1047, 1123]) {
        await page.setViewportSize({ width, height: 900 });
        const cut = await page.locator('main :visible').evaluateAll((elements) =>
          elements.flatMap((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < 0 || right > innerWidth + 0.5 ? [element.outerHTML.slice(0, 60)] : [];
          }),
        );
        expect(cut, String(width)).toEqual([]);
        const broken = await page.locator('.figure').evaluateAll((cells) =>
          cells.flatMap((cell) => {
            const figure = document.createRange();
            figure.selectNodeContents(cell);
            return figure.getClientRects().length > 1 ? [cell.textContent] : [];
          }),
        );
        expect(broken, String(width)).toEqual([]);
      }
    });
  });
}
