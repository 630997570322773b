import path from 'node:path';
import type { Page } from '@playwright/test';
import { languagesOf, others } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, openPlace, test, type PlaceName } from './places/places.ts';
import { watchContext } from './places/watch.ts';

/** What readers type, in another form of the word than the headline's, and the story they mean. */
const questions = [
  { lang: 'ru', query: 'паромами', story: '/2026/11/21/parom-tri-dnya.html' },
  { lang: 'ru', query: 'зеркалом', story: '/2026/11/21/novye-adresa-zerkal.html' },
  { lang: 'en', query: 'ferries', story: '/2026/11/21/ferry-cancelled-three-days.html' },
];

const results = (page: Page) => page.locator('[data-results] > li');

for (const name of ['root', 'sub-path', 'plain'] satisfies PlaceName[]) {
  test(`search finds other forms of a word: ${name}`, async ({ browser }) => {
    const place = await openPlace(name);
    const context = await browser.newContext();
    const watched = await watchContext(context, place.base);
    const page = await context.newPage();
    for (const { lang, query, story } of questions) {
      await page.goto(`${place.base}${lang}/search.html`);
      await page.getByRole('searchbox').fill(query);
      await expect(results(page).locator(`a[href$="${story}"]`)).toHaveCount(1);
      await expect(results(page).locator('mark').first()).toBeVisible();
      await expect(page).toHaveURL(/[?&]q=/);
    }
    const link = results(page).locator('a').first();
    const title = await link.textContent();
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
    await context.close();
    await place.close();
    expect(watched).toEqual({ violations: [], foreign: [], failed: [] });
  });
}

test('a phrase is found across spaces that do not break', async ({ page, site }) => {
  const story = 'ru/2026/11/21/tiglinsk-analizy-vody.html';
  await page.goto(site.base + story);
  expect(await page.locator('.prose').innerText()).toContain('на\u00a0кухонном подоконнике');
  await page.goto(`${site.base}ru/search.html`);
  await page.getByRole('searchbox').fill('"на кухонном подоконнике"');
  await expect(results(page).locator(`a[href$="${story}"]`)).toHaveCount(1);
});

test('a phrase is found over the number of a note, in the quotation marks that phones type', async ({
  page,
  site,
}) => {
  await page.goto(`${site.base}ru/search.html`);
  for (const query of ['«соответствует требованиям»', '“соответствует требованиям цифр”']) {
    await page.getByRole('searchbox').fill(query);
    await expect(
      results(page).locator('a[href$="ru/2026/11/21/tiglinsk-analizy-vody.html"]'),
    ).toHaveCount(1);
    await expect(results(page).locator('.excerpt mark').last()).toBeVisible();
  }
});

test('a word that no article holds finds nothing, whatever it begins with', async ({
  page,
  site,
}) => {
  for (const [lang, query] of [
    ['ru', 'акваланг'],
    ['ru', 'паром акваланг'],
    ['en', 'inquisition'],
  ]) {
    await page.goto(`${site.base}${lang}/search.html`);
    await page.getByRole('searchbox').fill(query ?? '');
    await expect(page).toHaveURL(/[?&]q=/);
    await expect(page.locator('[data-results]')).toHaveAttribute('aria-busy', 'false');
    await expect(page.locator('[data-status]')).not.toBeEmpty();
    await expect(results(page)).toHaveCount(0);
  }
});

test('a shared address restores question, filter and order', async ({ page, site }) => {
  await page.goto(`${site.base}ru/search.html?section=environment&sort=date`);
  await expect(results(page).first()).toBeVisible();
  const dates = await results(page)
    .locator('a')
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname.split('/').slice(-4, -1).join('-')),
    );
  expect(dates).toEqual([...dates].sort().reverse());
  await expect(page.locator('select[name=section]')).toHaveValue('environment');
});

test('the index is asked for on the search page only, and there only when it is wanted', async ({
  page,
  site,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/search/')) asked.push(request.url());
  });
  await page.goto(`${site.base}en/index.html`);
  await page.goto(`${site.base}en/search.html`);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type('river');
  await expect(results(page).first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
});

test('from a file the search page says what to do instead', async ({ page }) => {
  const place = await openPlace('file');
  await page.goto(`${place.base}ru/search.html`);
  await expect(page.locator('[data-when=file]')).toBeVisible();
  await page.locator('.browse a').first().click();
  await expect(page.locator('.stories a').first()).toBeVisible();
});

test('without scripts the search page leads into the archive', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.base}ru/search.html`);
  await expect(page.locator('main noscript')).toBeVisible();
  await expect(page.locator('[data-search]')).toBeHidden();
  await page.locator('.browse a').first().click();
  await expect(page.locator('.stories a').first()).toBeVisible();
  await context.close();
});

for (const outlet of others) {
  test.describe(outlet.name, () => {
    test.use({ tree: outlet.tree });

    for (const lang of languagesOf(outlet)) {
      test(`search finds a word of a headline, or says that there is nothing: ${lang}`, async ({
        page,
        site,
        tree,
      }) => {
        const article = pagesOfEachKind(tree, lang).get('article');
        await page.goto(`${site.base}${article ?? `${lang}/index.html`}`);
        const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
        const [word = ''] = title.split(' ').sort((a, b) => b.length - a.length);
        await page.goto(`${site.base}${lang}/search.html`);
        await page.getByRole('searchbox').fill(word);
        if (article === undefined) {
          await expect(page.locator('[data-when=empty]')).toBeVisible();
          return;
        }
        await expect(results(page).locator(`a[href$="${path.basename(article)}"]`)).toHaveCount(1);
        await expect(page.locator('[data-status]')).not.toContainText('#');
      });
    }
  });
}
