import path from 'node:path';
import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { finished, startTamizdat } from '../pipeline/workplace/run-tamizdat.ts';

/** The sheet of `tamizdat mirror card`, as it comes out of a printer. */

const repository = path.resolve(import.meta.dirname, '../..');

/** What a phone reads in a picture. */
async function readCode(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

for (const [paper, width, height] of [
  ['a4', 210, 297],
  ['a6', 105, 148],
] as const)
  for (const lang of ['en', 'ru'])
    test(`a card on ${paper} in ${lang}: nothing is cut off or asked for, and phones read its codes`, async ({
      browser,
    }) => {
      const args = ['mirror', 'card', '--paper', paper, '--language', lang];
      const { code, output } = await finished(startTamizdat(repository, args));
      expect(code).toBe(0);
      const page = await browser.newPage({ deviceScaleFactor: 2 });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(output);
      await page.emulateMedia({ media: 'print' });
      const cards = await page.locator('.card').evaluateAll((all) =>
        all.map((card) => {
          const { bottom } = card.getBoundingClientRect();
          const inside = [...card.querySelectorAll('*')].map((one) => one.getBoundingClientRect());
          const widest = Math.max(...inside.map(({ right }) => right));
          return {
            isCut: Math.max(...inside.map((one) => one.bottom)) > bottom,
            isWide: widest > card.getBoundingClientRect().right,
          };
        }),
      );
      expect(cards.filter(({ isCut, isWide }) => isCut || isWide)).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map(
        ([, box = '']) =>
          box
            .split(' ')
            .slice(2)
            .map((points) => Math.round((Number(points) / 72) * 25.4)),
      );
      expect(new Set(boxes.map(String))).toEqual(new Set([`${width},${height}`]));
      expect(boxes).toHaveLength(await page.locator('.sheet').count());
      const rows = page.locator('.card:first-child li');
      for (let at = 0; at < (await rows.count()); at++) {
        const row = rows.nth(at);
        const address = await row.locator('code').textContent();
        expect(await readCode(await row.locator('svg').screenshot())).toBe(address);
      }
      expect(asked).toEqual([]);
      await page.close();
    });
