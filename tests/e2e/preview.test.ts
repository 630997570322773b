import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const repository = path.resolve(import.meta.dirname, '../..');
const article = 'articles/en/2026/11/21-ferry-cancelled-three-days/index.md';
const draft = 'en/2026/11/25/who-reads-the-meter.html';

test.describe.configure({ mode: 'serial' });

let content: string;
let server: ChildProcess;
let base: string;

test.beforeAll(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), 'tamizdat-preview-'));
  await cp(path.join(repository, 'content'), content, { recursive: true });
  server = spawn('tamizdat', ['dev', '--content', content, '--port', '4390'], {
    cwd: repository,
    env: { ...process.env, PATH: `${repository}/node_modules/.bin:${process.env['PATH'] ?? ''}` },
    detached: true,
  });
  base = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (address) resolve(address);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => {
      reject(new Error(`the preview ended: ${said}`));
    });
  });
});

test.afterAll(async () => {
  // The whole group: the command, and the server it started.
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  await rm(content, { recursive: true, force: true });
});

test('a saved article shows by itself', async ({ page }, { annotations }) => {
  await page.goto(`${base}en/2026/11/21/ferry-cancelled-three-days.html`);
  const file = path.join(content, article);
  const before = await readFile(file, 'utf8');
  const title = 'A headline that was saved a moment ago';
  // Astro's own client has to be connected before it can be told.
  await page.waitForLoadState('networkidle');
  const saved = performance.now();
  await writeFile(file, before.replace(/^title: .*$/m, `title: ${title}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  annotations.push({
    type: 'shown after',
    description: `${Math.round(performance.now() - saved)} ms`,
  });
  const shown = performance.now();
  await writeFile(
    file,
    before.replace(/\n---\n[^]*$/, '\n---\n\nOnly the text was changed this time.\n'),
  );
  await expect(page.locator('.prose')).toContainText('Only the text was changed this time.');
  annotations.push({
    type: 'text shown after',
    description: `${Math.round(performance.now() - shown)} ms`,
  });
});

test('what was typed on a plain keyboard is set as its language is printed', async ({ page }) => {
  const file = path.join(
    content,
    article.replace('/en/', '/ru/').replace(/[^/]*\/index/, '21-parom-tri-dnya/index'),
  );
  const before = await readFile(file, 'utf8');
  const written = `"Паром" - не "ТЭЦ": 12 км, \`"x" - y\`, <span lang="en">"it's"</span>`;
  await writeFile(
    file,
    before
      .replace(/^title: .*$/m, `title: '"Паром" - в "порту"'`)
      .replace(/\n---\n[^]*$/, `\n---\n\n${written}\n`),
  );
  await expect(async () => {
    await page.goto(`${base}ru/2026/11/21/parom-tri-dnya.html`);
    expect(await page.locator('article h1').innerText()).toBe('«Паром»\u00a0— в\u00a0«порту»');
    expect(await page.locator('.prose p').first().innerText()).toBe(
      '«Паром»\u00a0— не «ТЭЦ»: 12\u00a0км, "x" - y, “it’s”',
    );
  }).toPass();
  for (const feed of ['feed.xml', 'feed.json', 'atom.xml']) {
    const text = await (await fetch(`${base}ru/${feed}`)).text();
    expect(text, feed).toContain('«Паром»\u00a0— в\u00a0«порту»');
    expect(text, feed).toContain('«Паром»\u00a0— не «ТЭЦ»: 12\u00a0км');
  }
  await writeFile(file, before);
});

test('a draft is there, and marked', async ({ page }) => {
  await page.goto(base + draft);
  await expect(page.locator('.draft')).toBeVisible();
});

test('what is wrong with a saved article stands on its page, until it is mended', async ({
  page,
}) => {
  const file = path.join(content, article);
  const before = await readFile(file, 'utf8');
  const problems = page.getByRole('complementary', { name: 'Problems in the content' });
  await page.goto(`${base}en/2026/11/21/ferry-cancelled-three-days.html`);
  await expect(page.locator('article h1')).toBeVisible();
  await expect(problems).toHaveCount(0);
  await page.waitForLoadState('networkidle');

  await writeFile(file, before.replace(/^title: .*$/m, 'title: ['));
  await expect(problems).toBeVisible();
  await expect(problems.getByRole('listitem')).toHaveCount(1);
  await expect(problems).toContainText(
    /\/articles\/en\/2026\/11\/21-ferry-cancelled-three-days\/index\.md:\d+:\d+/,
  );

  await page.waitForLoadState('networkidle');
  await writeFile(file, before.replace(/\n---\n[^]*$/, '\n---\n\n<script>alert(1)</script>\n'));
  await expect(problems).toContainText('script');
  expect(await page.locator('script:text("alert(1)")').count()).toBe(0);

  await page.waitForLoadState('networkidle');
  await writeFile(file, before);
  await expect(problems).toHaveCount(0);
  await expect(page.locator('article h1')).toBeVisible();
});

test('an outlet.yaml that cannot be read is told of, and the preview goes on', async ({ page }) => {
  const file = path.join(content, 'outlet.yaml');
  const before = await readFile(file, 'utf8');
  await page.goto(`${base}en/index.html`);
  await page.waitForLoadState('networkidle');
  await writeFile(file, 'name: [');
  await expect(page.locator('.problems')).toContainText('outlet.yaml:1:');
  await page.waitForLoadState('networkidle');
  await writeFile(file, before);
  await expect(page.locator('.problems')).toHaveCount(0);
  await expect(page.locator('main h2').first()).toBeVisible();
});

test('an article that cannot be read is left out, and the preview goes on', async ({ page }) => {
  const file = path.join(content, article);
  const before = await readFile(file, 'utf8');
  await writeFile(file, '---\ntitle: [\n---\n');
  await page.goto(`${base}en/index.html`);
  await expect(page.locator('main h2').first()).toBeVisible();
  await writeFile(file, before);
  await expect(async () => {
    await page.goto(`${base}en/2026/11/21/ferry-cancelled-three-days.html`);
    await expect(page.locator('article h1')).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('another page in the same browser gets nothing of it, and starts no editor', async ({
  request,
}) => {
  const ask = async (place: string, headers: Record<string, string> = {}) =>
    (await request.get(`${base}${place}`, { headers })).status();
  const editor = '__open-in-editor?file=package.json';
  expect(await ask(editor)).toBe(404);
  for (const [name, value] of [
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://evil.example'],
    ['host', 'evil.example:4390'],
  ] as const) {
    expect(await ask(editor, { [name]: value })).toBeGreaterThanOrEqual(403);
    expect(await ask('en/', { [name]: value }), value).toBe(403);
  }
});

test('a page of another site neither frames the preview nor starts an editor through it', async ({
  page,
}) => {
  const editor = `${base}__open-in-editor?file=${encodeURIComponent(path.join(content, article))}`;
  const front = `${base}en/index.html`;
  const answers = new Map<string, number[]>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!response.url().startsWith(base)) return;
    answers.set(pathname, [...(answers.get(pathname) ?? []), response.status()]);
  });
  const hostile = `<iframe src="${editor}"></iframe><iframe src="${front}"></iframe><img src="${editor}"><a href="${front}">go</a>`;
  // On this machine too, since browsers keep pages of the network from it.
  const other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(hostile);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await page.goto(`http://other.localhost:${port}/`, { waitUntil: 'load' });
  await expect.poll(() => answers.get('/__open-in-editor')?.length).toBe(2);
  // Which guard is asked first, Astro’s or ours, depends on what asks.
  for (const status of answers.get('/__open-in-editor') ?? []) expect([403, 404]).toContain(status);
  expect(answers.get('/en/index.html')).toEqual([403]);
  await page.getByRole('link', { name: 'go' }).click();
  await expect(page.getByText('The preview is for this machine alone')).toBeVisible();
  // Its own pages it shows, and opens no editor for these either.
  expect((await page.goto(front))?.status()).toBe(200);
  expect((await page.goto(editor))?.status()).toBe(404);
  other.close();
});
