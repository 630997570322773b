import { others } from '../outlets/built-outlets.ts';
import { expect, test } from './places/places.ts';

const [rightToLeft, fiveLanguages] = others;

test.describe('an article from right to left', () => {
  test.use({ tree: rightToLeft?.tree ?? '' });

  test('is read aloud in order', async ({ page, site }) => {
    await page.goto(`${site.base}ar/2026/10/04/mina-bila-adwaa.html`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('body')).toMatchAriaSnapshot();
  });
});

test.describe('an article with translations', () => {
  test.use({ tree: fiveLanguages?.tree ?? '' });

  test('is read aloud in order, and names each language in itself', async ({ page, site }) => {
    await page.goto(`${site.base}de/2026/11/18/the-bookbinder-of-platform-two.html`);
    await expect(page.locator('body')).toMatchAriaSnapshot();
    const parts = await page
      .locator('body [lang]')
      .evaluateAll((found) => found.map((part) => part.getAttribute('lang')));
    expect([...new Set(parts)].sort()).toEqual(['ar', 'en', 'ru', 'uk']);
    const arabic = page.locator('header [lang=ar]');
    await expect(arabic).toHaveAttribute('dir', 'rtl');
  });
});

test('an article of the sample is read aloud in order', async ({ page, site }) => {
  await page.goto(`${site.base}en/2026/11/21/ferry-cancelled-three-days.html`);
  await expect(page.getByRole('article')).toMatchAriaSnapshot();
});

test('nothing moves where readers asked for calm, and nothing moves at all', async ({
  page,
  site,
}) => {
  await page.goto(`${site.base}en/index.html`);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  const css = await page.locator('style').first().textContent();
  expect(css).not.toMatch(/transition|animation|scroll-behavior/);
});
