import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startStaticServer } from '../places/static-server.ts';
import { check, copyContent, hostRoom } from './local-room.ts';
import { standInForge } from './stand-in-forge.ts';

let content: string;
let base: string;
let close: () => Promise<void>;

test.beforeAll(async () => {
  content = copyContent();
  const out = path.join(path.dirname(content), 'room');
  writeFileSync(
    path.join(content, 'writing-room.yaml'),
    'forge: github\nrepository: fortochka/site\nbranch: main\n',
  );
  expect(check(content, 'writing-room.yaml').said).not.toContain('writing-room.yaml:');
  expect(hostRoom(content, out)).toMatchObject({ status: 0 });
  const server = await startStaticServer({ folder: out, indexDocuments: true });
  base = server.base;
  close = () => server.close();
});

test.afterAll(async () => {
  await close();
  rmSync(path.dirname(content), { recursive: true });
});

// Side by side, each test would write a room of its own.
test.describe.configure({ mode: 'default' });
test.use({ locale: 'en-GB', viewport: { width: 1440, height: 1000 } });

test('an article becomes a pull request, and nobody but the forge is asked', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).origin);
  });
  const forge = await standInForge(page);
  await page.clock.install({ time: new Date('2026-11-22T12:00:00Z') });
  await page.goto(`${base}#/collections/articles-en/new`);
  await page.getByLabel('Access token').fill('a-token');
  await page.getByRole('button', { name: 'Enter' }).click();

  await page.getByLabel('Headline', { exact: true }).fill('The harbour keeps its lights on');
  await page.getByLabel('Section', { exact: true }).focus();
  await page.keyboard.type('Society');
  await page.getByRole('option', { name: 'Society' }).first().click();
  await page.locator('.prose-field textarea').first().fill('A paragraph.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => forge.labels).toEqual(['writing-room/draft']);
  expect(forge.pull).toMatchObject({
    base: 'main',
    head: expect.stringMatching(/^fortochka:cms\/articles-en\//),
  });
  const file = 'content/articles/en/2026/11/22-the-harbour-keeps-its-lights-on/index.md';
  expect([...forge.files.keys()]).toEqual([file]);
  expect(forge.files.get(file)?.toString()).toMatch(
    /^---\nid: [0-9A-Z]{26}\nlang: en\nkind: news\ntitle: The harbour keeps its lights on\nsection: society\nstatus: draft\n---\n\nA paragraph\.\n$/,
  );
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  await page.route('https://other.example/**', (route) =>
    route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: 'reached' }),
  );
  const reached = await page.evaluate(() =>
    fetch('https://other.example/').then(
      (response) => response.text(),
      () => 'blocked',
    ),
  );
  expect(reached).toBe('blocked');
  hosts.delete('https://other.example');
  // What Decap asks of others (a status page, an avatar) its policy does not let out.
  const asked = [...hosts].filter((host) => host !== new URL(base).origin);
  expect(asked.filter((host) => host !== 'https://api.github.com')).toEqual([]);
});

for (const [what, answer, said] of [
  [
    'a token that does not fit',
    { status: 401, json: { message: 'Bad credentials' } },
    'You cannot enter “fortochka/site”',
  ],
  ['a forge that is not there', undefined, 'The server that keeps the articles does not answer'],
] as const) {
  test(`${what} is told of in plain words`, async ({ page }) => {
    await page.route('https://api.github.com/**', (route) =>
      answer === undefined
        ? route.abort()
        : route.fulfill({
            headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
            ...answer,
          }),
    );
    await page.goto(base);
    await page.getByLabel('Access token').fill('a-token');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: said }).first()).toBeVisible();
    await expect(page.getByText(/Decap|fetch|Error/)).toHaveCount(0);
  });
}

test('of the articles at the forge the newest stand first', async ({ page }) => {
  const article = (title: string) =>
    `---\nlang: en\ntitle: ${title}\nstatus: ready\n---\n\nText.\n`;
  await standInForge(page, {
    '2025/04/17-oldest/index.md': article('The oldest'),
    '2026/03/26-older/index.md': article('The older'),
    '2026/11/21-newest/index.md': article('The newest'),
  });
  await page.goto(`${base}#/collections/articles-en`);
  await page.getByLabel('Access token').fill('a-token');
  await page.keyboard.press('Enter');
  const items = page.locator('main ul li a');
  await expect(items).toHaveText([/The newest/, /The older/, /The oldest/]);
});
