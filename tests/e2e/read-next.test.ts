import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sample } from '../outlets/built-outlets.ts';
import { expect, test } from './places/places.ts';

const read = (address: string) => readFileSync(path.join(sample.tree, address), 'utf8');
/** The rule that puts what to read next beside the article, which no other page has. */
const isBeside = (html: string) => html.includes('inset-inline-start:45rem');

test('on a desk what to read next stands beside the article, beside one with a table too', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site.base}en/2026/11/21/tiglinsk-water-tests.html`);
  const [text, next, table] = await Promise.all(
    ['.prose', '.more:last-child', '.table'].map((part) =>
      page.locator(part).first().boundingBox(),
    ),
  );
  expect(next?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? Infinity));
  expect((table?.x ?? 0) + (table?.width ?? Infinity)).toBeLessThan(next?.x ?? 0);
  await expect(page.locator('.more:last-child img')).toBeVisible();
});

test('a page with a table that cannot pay for it has it below, and no address of a picture', () => {
  const tables = globSync('*/20*/*/*/*.html', { cwd: sample.tree }).filter((address) =>
    read(address).includes('<table'),
  );
  const below = tables.filter((address) => !isBeside(read(address)));
  expect(tables.length - below.length).toBeGreaterThan(5);
  expect(below).toContain('ru/2025/10/11/ulitsa-kotoroy-net.html');
  for (const address of below) {
    const [, next = ''] = read(address).split('aria-labelledby=more');
    expect(next.includes('<img'), address).toBe(false);
  }
  const russian = gzipSync(read('ru/2026/11/21/tiglinsk-analizy-vody.html'), { level: 9 });
  expect(russian.length).toBeLessThanOrEqual(11_580);
});
