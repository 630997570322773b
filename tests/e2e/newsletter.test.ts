import { languagesOf, sample } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';
import { watchContext } from './places/watch.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    for (const lang of languagesOf(sample)) {
      test(`a reader of ${lang} subscribes, and nobody else is asked`, async ({
        browser,
        site,
      }) => {
        const context = await browser.newContext({ javaScriptEnabled });
        const watched = await watchContext(context, site.base);
        // The provider is no machine of ours: what reaches it is what counts.
        const sent: string[] = [];
        await context.route('https://letters.fortochka.example/**', async (route) => {
          sent.push(`${route.request().method()} ${route.request().postData() ?? ''}`);
          await route.fulfill({
            contentType: 'text/html',
            body: '<title>Look into your mailbox</title>',
          });
        });
        const page = await context.newPage();
        await page.goto(`${site.base}${lang}/index.html`);
        await page.locator('.letter a').click();
        await expect(page.locator('form.subscribe')).toBeVisible();
        expect(watched.foreign).toEqual([]);
        await page.getByRole('textbox').fill('reader@mail.example');
        await page.keyboard.press('Enter');
        await expect(page).toHaveTitle('Look into your mailbox');
        expect(sent).toHaveLength(1);
        const [method, body = ''] = sent[0]?.split(' ') ?? [];
        const fields = new URLSearchParams(body);
        expect([method, fields.get('email'), fields.get('nonce')]).toEqual([
          'POST',
          'reader@mail.example',
          '',
        ]);
        expect(fields.get('l')).toMatch(/^[0-9a-f-]{36}$/);
        expect(watched.violations).toEqual([]);
        await context.close();
      });
    }
  });
}

test('the latest issue can be read before one subscribes', async ({ page, site }) => {
  for (const lang of languagesOf(sample)) {
    await page.goto(site.base + (pagesOfEachKind(sample.tree, lang).get('newsletter') ?? ''));
    await page
      .locator('main p a')
      .filter({ hasText: /latest|последний/i })
      .click();
    await expect(page.locator('.letter h2 a').first()).toBeVisible();
    await page.locator('.letter h2 a').first().click();
    await expect(page.locator('article h1')).toBeVisible();
  }
});
