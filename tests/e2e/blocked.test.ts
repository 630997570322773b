import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, BlockedSite } from './blocked/blocked-site.ts';
import { findWithAxe } from './places/axe.ts';

const FERRY = 'en/2026/11/18/ferry-runs-again.html';
const LIBRARY = 'en/2026/11/10/library-hours.html';

const dead: Answer = (_, response) => {
  response.destroy();
  return true;
};

let site: BlockedSite;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  site = await BlockedSite.open(['origin', 'one', 'two']);
});
test.afterAll(() => site.close());
test.beforeEach(() => {
  for (const host of site.hosts) Object.assign(host, { answer: () => false, folder: site.tree });
});

const origin = () => site.hosts[0]?.base ?? '';

/** Opens the front page once, until the worker stands and has seen it. */
async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin()}en/index.html`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => isKept(page)).toBe(true);
  return page;
}

/** Whether the worker has kept the last of what it shows itself. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const names = await Promise.all(kept.map((cache) => cache.keys()));
    return names.flat().some(({ url }) => url.includes('reader.json'));
  });

test('an origin that dies after the visit: pages and pictures come from a mirror, at the same address', async ({
  context,
}) => {
  const page = await visit(context);
  const [first] = site.hosts;
  if (first) first.answer = dead;
  await page.goto(`${origin()}en/2026/10/05/the-bridge-opens.html`);
  expect(page.url()).toBe(`${origin()}en/2026/10/05/the-bridge-opens.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The bridge opens/);
  await expect(page.getByText('This copy comes from a mirror and is genuine.')).toBeVisible();
  const isShown = page.locator('main img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth > 0;
  });
  expect(await isShown).toBe(true);
});

test('a block page with 200 is never shown, nor a word that was altered', async ({ context }) => {
  const page = await visit(context);
  const blocked: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Restricted</title>Access is restricted.');
    return true;
  };
  const alter: Answer = (file, response) => {
    if (file.startsWith('release/'))
      return file.startsWith('release/files') && dead(file, response);
    const bytes = readFileSync(path.join(site.tree, file)).toString().replaceAll('ferry', 'fairy');
    response.setHeader('access-control-allow-origin', '*');
    response.end(bytes);
    return true;
  };
  for (const [at, host] of site.hosts.entries()) host.answer = [blocked, alter, alter][at] ?? dead;
  await page.goto(`${origin()}${FERRY}`);
  await expect(
    page.getByRole('heading', { level: 1, name: 'This page is not at hand' }),
  ).toBeVisible();
  expect(page.url()).toBe(`${origin()}${FERRY}`);
  expect(await page.content()).not.toMatch(/fairy|restricted/i);
  // What was read is listed by its title, and opens.
  await page
    .getByRole('link', { name: /^The Sample$/ })
    .last()
    .click();
  await expect(page).toHaveURL(/en\/index\.html$/);
  await expect(page.getByRole('link', { name: /The ferry runs again/ }).first()).toBeVisible();
});

test('a page that is not at hand is shown as soon as a source has it', async ({ context }) => {
  const page = await visit(context);
  for (const host of site.hosts) host.answer = dead;
  await page.goto(`${origin()}${LIBRARY}`);
  await expect(page.getByText('Asking further')).toBeVisible();
  for (const host of site.hosts) host.answer = () => false;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The library keeps/, {
    timeout: 60_000,
  });
});

test('the settings page: an address by #via, keeping for offline, deleting everything', async ({
  context,
}) => {
  const page = await visit(context);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${origin()}en/index.html#via=${encodeURIComponent(site.hosts[2]?.base ?? '')}`);
  await expect(page).toHaveURL(/en\/reader\.html#via=/);
  await expect(page.getByRole('textbox', { name: 'A mirror’s address' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('This mirror has the newsroom’s release.')).toBeVisible();
  await page.getByRole('button', { name: 'How much is it?' }).click();
  await expect(page.getByText(/^\d+ pages, about \d+ KB/)).toBeVisible();
  const keep = page.getByRole('button', { name: 'Keep them' });
  await keep.press('Enter');
  await expect(page.getByText('Kept, until you delete')).toBeVisible({ timeout: 60_000 });
  await expect(keep).toBeFocused();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  expect(await findWithAxe(page, [320])).toEqual([]);
  await page.goto(`${origin()}ru/reader.html`);
  await expect(page.getByRole('button', { name: 'Сохранить' })).toBeHidden();
  await expect(page.getByText('Готово. Последний известный выпуск')).toBeVisible();
  expect(await findWithAxe(page, [320])).toEqual([]);
  for (const host of site.hosts) host.answer = dead;
  await page.goto(`${origin()}${LIBRARY}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The library keeps/);
  await page.goto(`${origin()}en/reader.html`);
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByText('Everything is deleted.')).toBeFocused();
  await expect.poll(() => countLeft(page)).toEqual([0, 0]);
});

/** Caches and workers that the browser holds. */
const countLeft = (page: Page) =>
  page.evaluate(async () => [
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);

test('the address that deletes everything leaves nothing, and brings nothing back', async ({
  context,
}) => {
  const page = await visit(context);
  await page.goto(`${origin()}en/reader.html?purge`, { waitUntil: 'networkidle' });
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
  expect(await countLeft(page)).toEqual([0, 0]);
});

test('keeping nothing ever again is said, kept to, and can be taken back', async ({ context }) => {
  const page = await visit(context);
  await page.goto(`${origin()}en/reader.html`);
  await page.getByRole('button', { name: 'never keep anything again' }).click();
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
  await page.goto(`${origin()}en/reader.html`, { waitUntil: 'networkidle' });
  await expect(page.getByText('You chose that nothing is kept here.')).toBeVisible();
  expect(await countLeft(page)).toEqual([0, 0]);
  await page.getByRole('button', { name: 'Keep pages again' }).press('Enter');
  // The page itself brings the worker, and notices it.
  await expect(page.getByText('Ready. The newest known release')).toBeVisible();
});

test('whoever left before the page could ask the worker for anything has the settings page', async ({
  context,
}) => {
  const page = await context.newPage();
  await page.route(/reader\.js/, (route) => route.abort());
  await page.goto(`${origin()}en/index.html`);
  await page.evaluate(async (scope) => {
    await navigator.serviceWorker.register(`${scope}worker.js`, { scope });
    await navigator.serviceWorker.ready;
  }, origin());
  await expect.poll(() => isKept(page)).toBe(true);
});

test('a host that forbids text to become a script has a worker all the same', async ({
  context,
}) => {
  const [first] = site.hosts;
  if (!first) throw new Error('no host');
  first.answer = (file, response) => {
    if (file === 'worker.js') response.setHeader('content-security-policy', "script-src 'self'");
    return false;
  };
  const page = await visit(context);
  first.answer = dead;
  await page.goto(`${origin()}${LIBRARY}`);
  await expect(page.getByText('This copy comes from a mirror and is genuine.')).toBeVisible();
});

test('a newer release is followed; a host that goes back to the former one is not', async ({
  context,
}) => {
  const page = await visit(context);
  const before = site.copy('before');
  site.content.editArticle('en/2026/11/18-ferry-runs-again', (text) =>
    text.replace('crosses the river again', 'crosses the river twice a day'),
  );
  await site.release();
  await page.goto(`${origin()}${FERRY}`);
  await expect(page.getByText('twice a day')).toBeVisible();
  for (const host of site.hosts) host.folder = before;
  await page.goto(`${origin()}${FERRY}`);
  await expect(page.getByText('twice a day')).toBeVisible();
});
