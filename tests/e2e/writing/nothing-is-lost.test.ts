import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { check, type LocalRoom, openLocalRoom } from './local-room.ts';

const ARTICLE = 'articles/en/2026/11/20-a-court-on-a-screen/index.md';
const ENTRY = 'articles-en/entries/2026/11/20-a-court-on-a-screen/index';

let room: LocalRoom;
let file: string;

test.beforeAll(async () => {
  room = await openLocalRoom();
  file = path.join(room.content, ARTICLE);
});

test.afterAll(() => {
  room.close();
});

test.describe.configure({ mode: 'serial' });
test.use({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });

const headline = (page: Page) => page.locator('input[id^=title-field]').first();
const place = (page: Page) => page.locator('[id^=dateline-field]').first();

async function open(page: Page, entry: string): Promise<void> {
  await page.clock.install({ time: new Date('2026-11-22T12:00:00Z') });
  await page.goto(`${room.base}#/collections/${entry}`);
  await headline(page).waitFor();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Save now').click();
}

/** What was kept of the text that is not saved, once the browser has written it down. */
const keptText = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('localforage');
        opening.onerror = () => {
          reject(new Error('There is no storage.'));
        };
        opening.onsuccess = () => {
          const store = opening.result.transaction('keyvaluepairs').objectStore('keyvaluepairs');
          const reading = store.getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result));
          };
        };
      }),
  );

test('what somebody else wrote meanwhile is not written over', async ({ page }) => {
  await open(page, ENTRY);
  await place(page).fill('Vilnius');
  const theirs = `${readFileSync(file, 'utf8')}\nA paragraph of somebody else.\n`;
  writeFileSync(file, theirs);
  await save(page);
  await expect(page.getByText(/Somebody else changed this file/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe(theirs);

  // Read anew, the article can be saved, and again after that.
  await page.goto('about:blank');
  await open(page, ENTRY);
  page.once('dialog', (dialog) => void dialog.dismiss());
  for (const name of ['Vilnius', 'Riga']) {
    await place(page).press('Control+a');
    await page.keyboard.type(name);
    await save(page);
    await expect.poll(() => readFileSync(file, 'utf8')).toContain(`dateline: ${name}\n`);
    await expect(page.getByText('Changes saved')).toBeVisible();
  }
  expect(readFileSync(file, 'utf8')).toContain('A paragraph of somebody else.');
});

for (const [what, entry] of [
  ['a new article', 'articles-en/new'],
  ['an article that exists', ENTRY],
] as const) {
  test(`what was not saved of ${what} can be taken up again`, async ({ page }) => {
    await open(page, entry);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await headline(page).fill('A headline that was never saved');
    await expect.poll(() => keptText(page)).toContain('never saved');
    await page.reload();
    await expect.poll(() => asked).toContain('confirm');
    await expect(headline(page)).toHaveValue('A headline that was never saved');
    // Decap has loaded the entry by now, and asked for its pictures.
    await page.waitForLoadState('networkidle');
    await expect(headline(page)).toHaveValue('A headline that was never saved');
  });
}

test('a copy of an article is a draft with an id of its own', async ({ page }) => {
  await open(page, ENTRY);
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await page.getByText('Duplicate').click();
  await expect(page).toHaveURL(/articles-en\/new$/);
  await expect(headline(page)).toHaveValue('The court that moved its hearings onto a screen');
  // Decap shows the former form with the same words for a moment: only what is kept was typed into the copy’s.
  await expect(async () => {
    await headline(page).fill('A second court moved its hearings');
    await expect.poll(() => keptText(page), { timeout: 5000 }).toContain('A second court moved');
  }).toPass();
  await save(page);
  await expect(page).toHaveURL(/22-a-second-court-moved-its-hearings/);
  const copy = 'articles/en/2026/11/22-a-second-court-moved-its-hearings/index.md';
  const written = readFileSync(path.join(room.content, copy), 'utf8');
  expect(written).toMatch(/^status: draft$/m);
  expect(written).not.toContain(/^id: (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1]);
  expect(check(room.content, path.join(room.content, copy))).toMatchObject({ status: 0 });
});

test('an address of another article opens that one', async ({ page }) => {
  await open(page, ENTRY);
  await page.evaluate(() => {
    location.hash =
      '#/collections/articles-en/entries/2026/11/20-what-a-throttled-internet-is/index';
  });
  await expect(headline(page)).toHaveValue(/throttled/i);
});

test('the newest stand first, drafts before them, and a fault far away is shown', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-22T12:00:00Z') });
  await page.goto(`${room.base}#/collections/articles-en`);
  const items = page.locator('main ul li a');
  await expect(items.first()).toContainText('· draft');
  const days = (await items.allInnerTexts()).flatMap(
    (text) => /\b\d{4}-\d\d-\d\d(?= ·)/.exec(text)?.[0] ?? [],
  );
  expect(days.length).toBeGreaterThan(10);
  expect(days).toEqual([...days].sort().reverse());

  await page.goto(`${room.base}#/collections/articles-en/new`);
  await headline(page).fill('Short');
  await page.getByLabel('Section', { exact: true }).focus();
  await page.keyboard.type('Society');
  await page.getByRole('option', { name: 'Society' }).first().click();
  await page.getByRole('button', { name: 'Add address' }).scrollIntoViewIfNeeded();
  await expect(headline(page)).not.toBeInViewport();
  const before = globSync('**/*', { cwd: room.content }).length;
  await save(page);
  await expect(page.getByText('Headline: 10 to 110 characters.')).toBeInViewport();
  await expect(headline(page)).toBeFocused();
  expect(globSync('**/*', { cwd: room.content })).toHaveLength(before);
});

test('a file that was moved away is not written again, nor without a server', async ({ page }) => {
  await open(page, 'articles-en/entries/2026/11/20-what-a-throttled-internet-is/index');
  const moved = path.join(room.content, 'articles/en/2026/11/20-what-a-throttled-internet-is');
  renameSync(moved, path.join(room.content, 'articles/en/2026/11/22-what-a-throttled-internet-is'));
  await place(page).fill('Vilnius');
  await save(page);
  await expect(page.getByText(/Somebody else changed this file/)).toBeVisible();
  expect(existsSync(moved)).toBe(false);
  await page.route(`${room.base}api`, (route) => route.abort());
  await save(page);
  await expect(page.getByText(/The server that keeps the articles does not answer/)).toBeVisible();
});

test('on a telephone what is to be mended stands under the form', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'articles-en/new');
  const said = page.locator('iframe').first().contentFrame().locator('.room-check li').first();
  await expect(said).toHaveText(
    'Section Choose from the list. Where the article stands on the site.',
  );
  await expect(said).toBeInViewport({ ratio: 1 });
  await expect(headline(page)).toBeInViewport({ ratio: 1 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
});
