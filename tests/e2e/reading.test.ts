import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languagesOf, outlets } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from './places/page-kinds.ts';
import { expect, test } from './places/places.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('from the front door to an article, and over to its translation', async ({
      page,
      site,
    }) => {
      await page.goto(`${site.base}index.html`);
      const lang = await page.locator('html').getAttribute('lang');
      await page.locator('main h2 a').first().click();
      await expect(page.locator('article h1')).toBeVisible();
      await expect(page.locator('.prose p').first()).toBeVisible();
      await page.goto(`${site.base}ru/2026/11/21/parom-tri-dnya.html`);
      await page.getByRole('link', { name: 'English', exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page).toHaveURL(/\/en\/2026\/11\/21\/ferry-cancelled-three-days\.html$/);
      expect(lang).toBe('ru');
    });

    test('a former address leads on', async ({ page, site, tree }) => {
      const moved = globSync('{en,ru}/**/*.html', { cwd: tree })
        .map((address) => ({
          address,
          to: /http-equiv=refresh content="0;url=([^"]+)"/.exec(
            readFileSync(path.join(tree, address), 'utf8'),
          )?.[1],
        }))
        .find(({ to }) => to !== undefined);
      expect(moved?.to).not.toMatch(/^(?:\/|[a-z]+:)/);
      const target = new URL(moved?.to ?? '', site.base + (moved?.address ?? '')).href;
      await page.goto(site.base + (moved?.address ?? ''));
      await expect(page).toHaveURL(target);
      await expect(page.locator('article h1')).toBeVisible();
    });
  });
}

test('an article needs one request to be read: its script comes after, and may never come', async ({
  page,
  site,
}) => {
  const kinds: string[] = [];
  page.on('request', (request) => kinds.push(request.resourceType()));
  await page.route('**/*.js', () => {
    // Frozen, as connections are where sites are blocked.
  });
  await page.goto(`${site.base}ru/2026/11/21/parom-tri-dnya.html`, { waitUntil: 'commit' });
  await expect(page.locator('.prose p').last()).toBeVisible();
  await expect.poll(() => kinds.filter((kind) => kind !== 'image')).toEqual(['document', 'script']);
});

for (const outlet of outlets) {
  test.describe(outlet.name, () => {
    test.use({ tree: outlet.tree });

    for (const lang of languagesOf(outlet)) {
      test(`from the front page to an article and back: ${lang}`, async ({ page, site, tree }) => {
        await page.goto(`${site.base}${lang}/index.html`);
        if (!pagesOfEachKind(tree, lang).has('article')) {
          await expect(page.locator('main p')).toHaveCount(1);
          return;
        }
        const story = page.locator('main h2 a').first();
        const title = (await story.textContent()) ?? '';
        await story.click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(page.locator('.prose p').first()).toBeVisible();
        await page.locator('.brand a').click();
        await expect(page).toHaveURL(new RegExp(`/${lang}/index\\.html$`));
      });
    }
  });
}
