import { expect, test } from './places/places.ts';

const address = 'en/2026/10/14/solva-flood-live.html';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a live blog has what is pinned on top, then the newest first, and says when', async ({
      page,
      site,
    }) => {
      await page.goto(site.base + address);
      const entries = page.locator('.entry');
      await expect(entries.first()).toContainText('Pinned');
      await expect(entries.first()).toHaveAttribute('id', 'e-summary');
      const times = await entries
        .locator('time')
        .evaluateAll((found) =>
          found.map((time) => Date.parse(time.getAttribute('datetime') ?? '')),
        );
      expect(times.length).toBeGreaterThan(3);
      const [, ...rest] = times;
      expect(rest).toEqual(rest.toSorted((a, b) => b - a));
      await expect(page.locator('article > header time').last()).toHaveAttribute(
        'datetime',
        '2026-10-16T21:00:00+03:00',
      );
      await expect(page.getByText(/^Coverage ended \(16 October 2026/)).toBeVisible();
    });

    test('its key events say when, and lead to their entries', async ({ page, site }) => {
      await page.goto(site.base + address);
      const times = page.getByRole('region', { name: 'Key events' }).locator('time');
      await expect(times).toHaveText(['16 Oct, 21:00', '16 Oct, 04:50', '15 Oct, 09:30']);
      const keys = page.getByRole('region', { name: 'Key events' }).getByRole('link');
      const targets = await keys.evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')),
      );
      expect(targets).toEqual(['#e-summary', '#e-peak', '#e-danger-mark']);
      await keys.nth(1).click();
      await expect(page.locator('#e-peak')).toBeInViewport();
    });
  });
}
