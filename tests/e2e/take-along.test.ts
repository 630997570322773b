import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { others } from '../outlets/built-outlets.ts';
import { bringAxe, findWithAxe } from './places/axe.ts';
import { expect, openPlace, test } from './places/places.ts';
import { watchContext } from './places/watch.ts';

const ARTICLE = 'en/2026/11/21/ferry-cancelled-three-days.html';
/** No scheme, no `www.`, no host of the sample. */
const ADDRESS = /https?:|www\.|fortochka\.example|127\.0\.0\.1|file:/i;

const row = (page: Page): Locator => page.locator('article > .row.meta');

/** Saves the article that is open, and gives the file’s name and text. */
async function save(page: Page): Promise<{ name: string; html: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row(page).getByRole('button', { name: 'Save as one file' }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    html: await readFile(await download.path(), 'utf8'),
  };
}

for (const name of ['sub-path', 'file'] as const) {
  test(`an article is saved as one file without any address: ${name}`, async ({
    browser,
  }, info) => {
    const place = await openPlace(name);
    const context = await browser.newContext({ acceptDownloads: true });
    const watched = await watchContext(context, place.base);
    const page = await context.newPage();
    await page.goto(place.base + ARTICLE);
    const pictures = await page.locator('article > figure img, .prose img').count();
    const saved = await save(page);
    expect(saved.name).toBe('text.html');
    expect(saved.html).not.toMatch(ADDRESS);
    expect(saved.html).not.toMatch(/<(?:form|aside|nav|link|iframe|button|a (?!href="#))/);
    // A page that is a file may read no other.
    const told = name === 'file' ? `Pictures that could not come along: ${pictures}` : 'Saved.';
    await expect(row(page).getByRole('status')).toContainText(told);
    expect(watched).toEqual({ violations: [], foreign: [], failed: [] });
    await context.setOffline(true);
    const file = info.outputPath('text.html');
    await writeFile(file, saved.html);
    const alone = await context.newPage();
    await alone.clock.setFixedTime('2027-02-21T12:00:00Z');
    await alone.goto(pathToFileURL(file).href);
    await expect(alone.getByRole('heading', { level: 1 })).toHaveText(
      (await page.locator('h1').textContent()) ?? '',
    );
    const widths = await alone.evaluate(() => [...document.images].map((one) => one.naturalWidth));
    expect(widths.filter((width) => width > 0)).toHaveLength(name === 'file' ? 0 : pictures);
    await expect(alone.locator('footer')).toContainText(/As of: .*2026.*\(3 months ago\)/);
    expect(watched.violations).toEqual([]);
    await context.close();
    await place.close();
  });
}

test('the file names its source and itself where its reader wants it to', async ({
  page,
  site,
}) => {
  await page.goto(site.base + ARTICLE);
  await page.getByText('The saved file').click();
  await page.getByLabel('names the source').check();
  await page.getByLabel('has the headline').check();
  const { name, html } = await save(page);
  // Whole words.
  expect(name).toMatch(/^Solva ferry cancelled .{20,60} hospital\.html$/);
  expect(html).toContain(`Fortochka<br><a href="https://fortochka.example/${ARTICLE}">`);
});

test('the text is copied without addresses, by keyboard, and said to be', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(site.base + ARTICLE);
  await row(page).getByRole('link').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(row(page).getByRole('status')).toHaveText('Copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.startsWith((await page.locator('h1').textContent()) ?? '')).toBe(true);
  expect(text).toContain('As of: ');
  expect(text).not.toMatch(ADDRESS);
  expect(text).not.toMatch(/Support|Read more|\n{3}/);
  await context.close();
});

test('without a script there is plain text, and nothing that does nothing', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.base + ARTICLE);
  await expect(row(page)).toHaveText('Plain text');
  await row(page).getByRole('link').click();
  await expect(page.locator('body')).toContainText('https://fortochka.example/en/2026/11/21/');
  await context.close();
});

for (const name of ['plain', 'file'] as const)
  test(`plain text is read as what it is: ${name}`, async ({ page }) => {
    const place = await openPlace(name);
    await page.goto(`${place.base}ru/2026/11/21/parom-tri-dnya.txt`);
    await expect(page.locator('body')).toContainText(/паром/i);
    expect(await page.evaluate(() => document.characterSet)).toBe('UTF-8');
    await place.close();
  });

test('what is below an article is in order for everybody, on phones too', async ({
  page,
  site,
}) => {
  await bringAxe(page);
  await page.goto(site.base + ARTICLE);
  await page.getByText('The saved file').click();
  expect(await findWithAxe(page, [320])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test.describe('from right to left', () => {
  const tree = others.find(({ name }) => name === 'right-to-left')?.tree ?? '';
  test.use({ tree });

  test('a saved article goes on to be so', async ({ page, site }) => {
    await page.goto(`${site.base}ar/index.html`);
    await page.locator('main h2 a').first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'حفظ في ملف واحد' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('<html lang="ar" dir="rtl">');
  });
});
