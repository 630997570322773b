import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languagesOf, others, sample } from '../outlets/built-outlets.ts';
import { expect, test } from './places/places.ts';
import { watchContext } from './places/watch.ts';

const ARTICLES = '*/[0-9]*/[0-9]*/[0-9]*/*.html';
const read = (address: string): string => readFileSync(path.join(sample.tree, address), 'utf8');
const withBox = globSync(ARTICLES, { cwd: sample.tree })
  .sort()
  .filter((address) => read(address).includes('<form'));
const long = {
  ru: 'ru/2026/11/21/tiglinsk-analizy-vody.html',
  en: 'en/2026/11/21/tiglinsk-water-tests.html',
};

for (const javaScriptEnabled of [true, false]) {
  for (const [lang, address] of Object.entries(long)) {
    test(`${lang}: a reader subscribes in the middle of an article, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
      browser,
      site,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const watched = await watchContext(context, site.base);
      const sent: URLSearchParams[] = [];
      await context.route('https://letters.fortochka.example/**', async (route) => {
        sent.push(new URLSearchParams(route.request().postData() ?? ''));
        await route.fulfill({
          contentType: 'text/html',
          body: '<title>Look into your mailbox</title>',
        });
      });
      const page = await context.newPage();
      await page.goto(site.base + address);
      const box = page.locator('.prose form');
      // Nobody types into what nobody sees.
      await expect(box.locator('[name=nonce]')).toBeHidden();
      await box.getByRole('button').click();
      expect(sent).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await box.getByRole('textbox').fill('reader@mail.example');
      await box.getByRole('button').click();
      await expect(page).toHaveTitle('Look into your mailbox');
      expect(sent.map((fields) => Object.fromEntries(fields))).toEqual([
        { l: expect.stringMatching(/^[0-9a-f-]{36}$/), nonce: '', email: 'reader@mail.example' },
      ]);
      expect(watched.violations).toEqual([]);
      await context.close();
    });
  }
}

test('the box stands between two paragraphs, in the middle half of every text that has it', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  expect(withBox.length).toBeGreaterThan(30);
  for (const address of withBox) {
    await page.goto(site.base + address, { waitUntil: 'commit' });
    const box = page.locator('.prose > form');
    await expect(box, address).toHaveCount(1);
    const place = await box.evaluate((form) => {
      const around = [form.previousElementSibling, form.nextElementSibling];
      const read = [...(form.parentElement?.children ?? [])].filter(
        (child) => child !== form && child.tagName !== 'SECTION',
      );
      const count = (blocks: Element[]) =>
        blocks.reduce((sum, { textContent }) => sum + textContent.trim().length, 0);
      const before = read.filter(
        (child) => child.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return {
        around: around.map((element) => element?.tagName),
        pictures: around.filter((element) => element?.querySelector('img')).length,
        part: count(before) / count(read),
      };
    });
    expect(place, address).toMatchObject({ around: ['P', 'P'], pictures: 0 });
    expect(Math.abs(place.part - 0.5), address).toBeLessThan(0.25);
  }
  await context.close();
});

test('a story that may not ask, a live blog and a short piece carry no box', () => {
  const quiet = globSync('articles/*/*/*/*/index.md', { cwd: sample.content }).flatMap((file) => {
    const text = readFileSync(path.join(sample.content, file), 'utf8');
    const [, lang, year, month, day, slug] =
      /^articles\/(\w+)\/(\d+)\/(\d+)\/(\d+)-(.+)\/index\.md$/.exec(file) ?? [];
    const marks =
      /^(?:showAppeal: false|contentWarnings:|kind: live|status: (?:withdrawn|removed))/m.test(
        text,
      );
    return marks ? [`${lang}/${year}/${month}/${day}/${slug}.html`] : [];
  });
  expect(quiet.length).toBeGreaterThan(10);
  expect(withBox.filter((address) => quiet.includes(address))).toEqual([]);
  expect(withBox).not.toContain('ru/2026/11/21/novye-adresa-zerkal.html');
});

test('what is read elsewhere carries no box', () => {
  const files = globSync('**/*.{xml,json,txt}', { cwd: sample.tree });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => /letters\.fortochka|subscription\/form/.test(read(file)))).toEqual(
    [],
  );
});

test('paper carries no box', async ({ page, site }) => {
  await page.goto(site.base + long.en);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prose form')).toBeHidden();
});

test('the preview is the newest issue, under an address that stays', async ({ page, site }) => {
  for (const lang of languagesOf(sample)) {
    const newest = globSync(`${lang}/newsletter/*/2*.html`, { cwd: sample.tree }).sort().at(-1);
    await page.goto(`${site.base}${newest ?? ''}`);
    const stories = await page.locator('.letter h2').allTextContents();
    expect(stories.length).toBeGreaterThan(0);
    await page.goto(site.base + long[lang as keyof typeof long]);
    await page.locator('.prose form a').first().click();
    await expect(page).toHaveURL(/\/latest\.html$/);
    expect(await page.locator('.letter h2').allTextContents()).toEqual(stories);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  }
});

test('the privacy page is a click away, and the letter is explained', async ({ page, site }) => {
  await page.goto(site.base + long.en);
  await expect(page.locator('.prose form')).toContainText('You confirm by a link');
  await page.locator('.prose form a').last().click();
  await expect(page).toHaveURL(`${site.base}en/privacy.html`);
});

test.describe('where one subscribes by mail', () => {
  const outlet = others.find(({ name }) => name === 'unbroken-words');
  test.use({ tree: outlet?.tree ?? '' });

  test('the box is a link to a mail, and no form may be sent', async ({ page, site }) => {
    await page.goto(`${site.base}de/2026/11/16/land.html`);
    const box = page.locator('.prose > .by-mail');
    await expect(box.locator('a[href^="mailto:"]')).toBeVisible();
    await expect(page.locator('.prose form')).toHaveCount(0);
    await expect(page.locator('meta[http-equiv=content-security-policy]')).toHaveAttribute(
      'content',
      /form-action 'none'$/,
    );
    await page.emulateMedia({ media: 'print' });
    await expect(box).toBeHidden();
  });

  test('its page promises no mail to confirm by', async ({ page, site }) => {
    await page.goto(`${site.base}de/newsletter/donaudampfschifffahrtsgesellschaftskapit.html`);
    await expect(page.locator('.subscribe a[href^="mailto:"]')).toBeVisible();
    await expect(page.locator('body')).not.toContainText('Link zur Bestätigung');
  });
});
