import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { articleOf, editionOf, stickOf } from '../testing/sample-stick.ts';
import { buildStick } from './build-stick.ts';

const CHROMIUM = '/usr/bin/chromium-headless-shell';
/** In CI a missing browser must fail, not pass by silence. */
const runnable = existsSync(CHROMIUM) || process.env['CI'] !== undefined;
/** Where a messenger shows an app: an origin of its own, which no network answers. */
const APP = 'https://app.invalid/';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const stick = stickOf([
  editionOf('ru', [articleOf('ru', 'parom', { title: 'Паром вернулся' })]),
  editionOf('en', [
    articleOf('en', 'ferry', {
      title: 'The ferry <b>is back</b>',
      html: '<p>See <a href="/en/2026/11/18/bridge.html">bridge</a>, <a href="https://ferry.example/">times</a>.</p><img src="stick:a.png" width="1" height="1" alt="A">',
    }),
    articleOf('en', 'bridge', {
      section: 'Roads & rails',
      title: 'Bridges',
      html: `<pre tabindex="0"><code>${'x'.repeat(300)}</code></pre><div class="table" tabindex="0" role="region" aria-label="Wide"><table><tr>${'<td>Unbreakableword</td>'.repeat(20)}</tr></table></div>`,
    }),
  ]),
]);

describe.skipIf(!runnable).each(['a stick', 'a messenger'])(
  `what is taken along, opened from %s (needs ${CHROMIUM})`,
  (place) => {
    let folder = '';
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let faults: string[] = [];
    const root = (): string => (place === 'a stick' ? pathToFileURL(`${folder}/`).href : APP);

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'tamizdat-stick-'));
      for (const { path: name, text } of await buildStick(stick)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), text);
      }
      await mkdir(path.join(folder, 'media'));
      await writeFile(path.join(folder, 'media/a.png'), PIXEL);
      browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false });
    });
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      faults = [];
      context = await browser.newContext({ offline: true });
      page = await context.newPage();
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith(root())) faults.push(request.url());
      });
      if (place !== 'a stick')
        await page.route(`${APP}**`, (route) =>
          route.fulfill({ path: path.join(folder, new URL(route.request().url()).pathname) }),
        );
    });
    afterEach(async () => {
      await context.close();
    });

    const status = () => page.locator('[role=status]');
    const titles = () => page.locator('ol a').allTextContents();
    const ask = async (query: string) => {
      await page.locator('input').fill(query);
      await page.locator('input').press('Enter');
    };

    test('every link of every page leads to a file, or is marked', async () => {
      const seen = new Set<string>(['index.html']);
      const lost: string[] = [];
      for (const name of seen) {
        await page.goto(root() + name);
        const links = await page
          .locator('a:not(.away)')
          .evaluateAll((all) =>
            all.map((one) => (one as HTMLAnchorElement).href.replace(/#.*/, '')),
          );
        for (const link of links) {
          const found = link.startsWith(root()) ? link.slice(root().length) : '';
          if (existsSync(fileURLToPath(pathToFileURL(path.join(folder, found)))) && found !== '')
            seen.add(found);
          else lost.push(`${name}: ${link}`);
        }
      }
      expect(lost).toEqual([]);
      expect(seen.size).toBe(12);
      expect(faults).toEqual([]);
    });

    test('an article shows its pictures and its design, and says as of when it is', async () => {
      await page.clock.setFixedTime('2026-11-25T12:00:00Z');
      await page.goto(`${root()}en/2026/11/18/ferry.html`);
      expect(await page.locator('h1').textContent()).toBe('The ferry <b>is back</b>');
      expect(
        await page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
      ).toBe(1);
      expect(await page.locator('.top').evaluate((top) => getComputedStyle(top).display)).toBe(
        'flex',
      );
      expect(await page.locator('.age').textContent()).toBe('As of 22 November 2026');
      await page.clock.setFixedTime('2027-02-25T12:00:00Z');
      await page.reload();
      expect(await page.locator('.age').textContent()).toContain('(3 months ago)');
      expect(faults).toEqual([]);
    });

    test('a page is no wider than a small phone, what scrolls is reached by keys, and all stands in a landmark', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${root()}en/2026/11/18/bridge.html`);
      expect(
        await page.evaluate(() => [
          document.documentElement.scrollWidth,
          ...[...document.querySelectorAll('*')]
            .filter(
              (one) =>
                one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX === 'auto',
            )
            .map((one) => (one as HTMLElement).tabIndex),
        ]),
      ).toEqual([320, 0, 0]);
      expect(await page.locator('body > :not(nav, main, footer)').count()).toBe(0);
    });

    test('the search finds, from the start page too, and names a word that stands nowhere', async () => {
      await page.goto(`${root()}en/index.html`);
      await ask('Ferries');
      await status().filter({ hasText: '1 article' }).waitFor();
      expect(await titles()).toEqual(['The ferry <b>is back</b>']);
      await ask('bridge');
      await status().filter({ hasText: '2 articles' }).waitFor();
      expect(await titles()).toEqual(['Bridges', 'The ferry <b>is back</b>']);
      await ask('ferry qqq');
      await status().filter({ hasText: 'In no article here: qqq' }).waitFor();
      expect(await titles()).toEqual([]);
      await ask('"ferry is back"');
      await status().filter({ hasText: '1 article' }).waitFor();
      await ask('"back is ferry"');
      await status().filter({ hasText: 'No article here' }).waitFor();
      await ask('bridge');
      await status().filter({ hasText: '2 articles' }).waitFor();
      // There is no choice of years.
      expect(await page.locator('select').count()).toBe(1);
      await page.getByLabel('Section').selectOption('Roads & rails');
      await status().filter({ hasText: '1 article' }).waitFor();
      expect(await titles()).toEqual(['Bridges']);
      await page.locator('ol a').first().click();
      await page.waitForURL(/bridge\.html$/);
      expect(faults).toEqual([]);
    });

    test('a search whose index is broken says so', async () => {
      await page.route('**/words-0.js', (route) => route.abort());
      await page.goto(`${root()}ru/search.html?q=паром`);
      await status().filter({ hasText: 'не хватает части' }).waitFor();
    });
  },
);
