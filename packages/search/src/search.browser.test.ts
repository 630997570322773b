import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANSWER_TIMEOUT_MS } from './limits.ts';
import { startPlainHost, type PlainHost } from '../testing/plain-host.ts';
import { writeSearchTree } from '../testing/search-tree.ts';

const CHROMIUM = '/usr/bin/chromium-headless-shell';
/** In CI a missing browser must fail, not pass by silence. */
const runnable = existsSync(CHROMIUM) || process.env['CI'] !== undefined;

describe.skipIf(!runnable).each(['/', '/deep/er/mirror/'])(
  `search in Chromium (needs ${CHROMIUM}), served at %s`,
  { timeout: 60_000 },
  (prefix) => {
    let folder = '';
    let browser: Browser;
    let host: PlainHost;
    let page: Page;
    let faults: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tamizdat-search-tree-'));
      await writeSearchTree(folder);
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        chromiumSandbox: false,
        args: [
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-quic',
        ],
      });
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      host = await startPlainHost(folder, prefix);
      page = await browser.newPage();
      faults = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol !== 'file:' && origin !== host.origin) faults.push(request.url());
      });
    });
    afterEach(async () => {
      await page.close();
      host.close();
    });

    const open = (path: string) => page.goto(host.origin + prefix + path);
    const field = () => page.locator('input[name=q]');
    const titles = () => page.locator('[data-results] a').allTextContents();
    const status = () => page.locator('[data-status]');
    const waitForStatus = (text: string | RegExp) =>
      status().filter({ hasText: text }).waitFor({ timeout: 20_000 });
    const when = (occasion: string) => page.locator(`[data-when=${occasion}]`);
    const query = () => decodeURIComponent(new URL(page.url()).search);
    const settled = () =>
      page.locator('[data-results][aria-busy=false]').waitFor({ state: 'attached' });
    const search = async (words: string, expected: string) => {
      await field().fill(words);
      await page.waitForFunction(
        (asked) => new URLSearchParams(location.search).get('q') === asked,
        words,
      );
      await settled();
      expect(await status().textContent()).toBe(expected);
    };

    test('nothing is asked for before the reader turns to the field', async () => {
      await open('ru/search.html');
      await page.waitForLoadState('networkidle');
      expect(host.requests.map(({ path }) => path)).toEqual([`${prefix}ru/search.html`]);
      await field().focus();
      await page.waitForRequest((request) => request.url().includes('wasm.ru'));
      expect(host.requests.filter(({ path }) => path.includes('?'))).toEqual([]);
      expect(faults).toEqual([]);
    });

    test('inflected Russian words find each other, with marks where they stand', async () => {
      await open('ru/search.html');
      await search('город', '2 материала');
      const found = await titles();
      expect(found.sort()).toEqual([
        'Как живут малые города — репортаж',
        'Мэрия закрыла три моста',
      ]);
      await search('река', '4 материала');
      // A headline outweighs a standfirst, a standfirst the text.
      expect((await titles()).slice(0, 2)).toEqual(['Реки под замком', 'Волга мелеет']);
      const marks = await page.locator('mark').allTextContents();
      expect(new Set(marks.map((word) => word.toLowerCase()))).toEqual(
        new Set(['реки', 'реках', 'река']),
      );
      await search('журналист', '1 материал');
      await search('елка', '1 материал');
      expect(host.requests.some(({ path }) => path.includes('worker'))).toBe(false);
      expect(faults).toEqual([]);
    });

    test('a word after a dash and a no-break space is marked, not its neighbour', async () => {
      await open('ru/search.html');
      await search('репортажи', '1 материал');
      expect(await page.locator('h2 mark').allTextContents()).toEqual(['репортаж']);
    });

    test('inflected English words find each other; script in a text stays text', async () => {
      await open('en/search.html');
      await search('rivers', '1 result');
      expect(await titles()).toEqual(['The river that moved']);
      await search('city', '1 result');
      await search('searching', '1 result');
      expect(await page.locator('[data-results] script').count()).toBe(0);
      await search('run', '1 result');
      expect(await titles()).toEqual(['Running a school without heating']);
      expect(faults).toEqual([]);
    });

    test('results show standfirst, date and section and lead to the article', async () => {
      await open('ru/search.html?q=рыбаки');
      await waitForStatus('1 материал');
      const item = page.locator('[data-results] li');
      expect(await item.locator('[data-field=standfirst]').textContent()).toBe(
        'Почему рыбаки уходят с реки.',
      );
      expect(await item.locator('time').getAttribute('datetime')).toBe('2026-10-02T09:00:00+03:00');
      expect(await item.locator('[data-field=section]').textContent()).toBe('§ nature');
      const link = item.locator('a');
      expect(await link.getAttribute('href')).toBe('../ru/2026/10/02/story-2.html');
      await link.click();
      await page.waitForURL(`${host.origin}${prefix}ru/2026/10/02/story-2.html`);
      expect(await page.title()).toBe('Волга мелеет');
      await page.goBack();
      await waitForStatus('1 материал');
      expect(faults).toEqual([]);
    });

    test('filters alone list by date, and narrow a query', async () => {
      await open('ru/search.html');
      await page.selectOption('[name=section]', 'nature');
      await waitForStatus('3 материала');
      expect(await titles()).toEqual([
        'Волга мелеет',
        'Пожары подошли к посёлкам',
        'Реки под замком',
      ]);
      await page.selectOption('[name=author]', 'Игорь Ким');
      await waitForStatus('2 материала');
      await page.selectOption('[name=year]', '2024');
      await waitForStatus('1 материал');
      expect(query()).toBe('?section=nature&author=Игорь+Ким&year=2024');
      await page.goBack();
      await waitForStatus('2 материала');
      expect(await page.locator('[name=year]').inputValue()).toBe('');
      await search('берег', '1 материал');
      expect(faults).toEqual([]);
    });

    test('an author with quotes and an ampersand in the name is a filter', async () => {
      await open('ru/search.html');
      await page.selectOption('[name=author]', 'Редакция «Дом & сад»');
      await waitForStatus('1 материал');
    });

    test('newest first is an order of its own', async () => {
      await open('ru/search.html?q=река&sort=date');
      await waitForStatus('4 материала');
      const dates = await page.locator('time').allTextContents();
      expect(dates).toEqual([...dates].sort().reverse());
      expect(await page.locator('[name=sort]').inputValue()).toBe('date');
    });

    test('more results come on demand, take the focus and are there again after Back', async () => {
      await open('ru/search.html?q=сводка');
      await waitForStatus('18 материалов');
      expect(await titles()).toHaveLength(8);
      await page.locator('[data-more]').click();
      await page.waitForFunction(() => document.activeElement?.tagName === 'A');
      expect(await titles()).toHaveLength(16);
      await page.keyboard.press('Enter');
      await page.waitForURL(/story-/);
      await page.goBack();
      await page.locator('[data-results] li:nth-child(16)').waitFor();
      await page.locator('[data-more]').click();
      await page.locator('[data-results] li:nth-child(18)').waitFor();
      expect(await page.locator('[data-more]').isHidden()).toBe(true);
    });

    test('keys: slash, typing, arrows, Enter, Escape', async () => {
      await open('ru/search.html');
      await page.keyboard.press('/');
      await page.keyboard.type('сводка', { delay: 20 });
      await waitForStatus('18 материалов');
      const active = () => page.evaluate(() => document.activeElement?.textContent);
      await page.keyboard.press('ArrowDown');
      const first = await active();
      expect(first).toMatch(/^Сводка за/);
      await page.keyboard.press('ArrowDown');
      expect(await active()).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await field().inputValue()).toBe('');
      expect(await titles()).toEqual([]);
      expect(query()).toBe('');
      await page.keyboard.type('/');
      expect(await field().inputValue()).toBe('/');
      expect(faults).toEqual([]);
    });

    test('typing makes one entry in the history, Enter closes it', async () => {
      await open('ru/search.html');
      const before = await page.evaluate(() => history.length);
      await search('мосты', '1 материал');
      await search('мост', '1 материал');
      await search('суд', '1 материал');
      expect(await page.evaluate(() => history.length)).toBe(before + 1);
      await field().press('Enter');
      await field().fill('судья');
      await field().fill('суд');
      await page.evaluate(() => document.querySelector('ol')?.setAttribute('aria-busy', 'waiting'));
      await settled();
      expect(await page.evaluate(() => history.length)).toBe(before + 1);
      await search('учителя', '1 материал');
      expect(await page.evaluate(() => history.length)).toBe(before + 2);
      await page.goBack();
      await page.locator('[data-results] a', { hasText: 'Суд продлил' }).waitFor();
      expect(await field().inputValue()).toBe('суд');
      await page.goBack();
      await page.locator('[data-results] a').waitFor({ state: 'detached' });
      expect(query()).toBe('');
    });

    test('an answer to an older question does not overwrite a newer one', async () => {
      await open('ru/search.html?q=река');
      await waitForStatus('4 материала');
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let isHeld = false;
      await page.route(/\.pf_fragment/, async (route) => {
        if (!isHeld) {
          isHeld = true;
          await held;
        }
        await route.continue();
      });
      await field().fill('прибавка');
      await page.waitForRequest(/\.pf_fragment/);
      await search('подорожал', '1 материал');
      expect(await titles()).toEqual(['Год в цифрах']);
      release();
      await page.waitForLoadState('networkidle');
      expect(await titles()).toEqual(['Год в цифрах']);
    });

    test('nothing found is said', async () => {
      await open('ru/search.html');
      await search('щщщщ', 'ничего');
      expect(await titles()).toEqual([]);
    });

    test('an index of nothing says that there is nothing yet', async () => {
      await open('de/search.html?q=haus');
      await when('empty').waitFor();
      expect(faults).toEqual([]);
    });

    test('silence ends with the failed message, and another attempt can succeed', async () => {
      host.conduct = (path) => (path.includes('/search/') ? 'freeze' : 'serve');
      await page.clock.install();
      await open('ru/search.html?q=река');
      await page.clock.runFor(1_000);
      await when('loading').waitFor();
      await page.clock.runFor(ANSWER_TIMEOUT_MS);
      await when('failed').waitFor();
      expect(await when('loading').isHidden()).toBe(true);
      await page.clock.resume();
      host.conduct = () => 'serve';
      await page.locator('[data-retry]').click();
      await waitForStatus('4 материала');
      expect(await when('failed').isHidden()).toBe(true);
    });

    // What a host does to the index does not depend on where the tree stands: once is enough.
    test.each(prefix === '/' ? (['refuse', 'block'] as const) : [])(
      'a host that would %s parts of the index is never taken for "nothing found"',
      async (conduct) => {
        for (const part of [
          'pagefind.js',
          'tiers.json',
          'wasm.',
          '.pf_meta',
          '.pf_index',
          '.pf_fragment',
        ]) {
          host.conduct = (path) => (path.includes(part) ? conduct : 'serve');
          await open('ru/search.html?q=река');
          await when('failed').waitFor();
          expect(await status().textContent(), part).toBe('');
          host.conduct = () => 'serve';
          await page.locator('[data-retry]').click();
          await waitForStatus('4 материала');
        }
      },
    );

    describe('an edition in six tiers', () => {
      const more = () => page.locator('[data-more]');
      const asked = () =>
        host.requests
          .map(({ path }) => /\/search\/ru-KZ\/(.*)$/.exec(path)?.[1] ?? '')
          .filter((path) => path !== '');
      /** The tiers of which anything was asked, in the order of the first request. */
      const askedTiers = () => [
        ...new Set(asked().flatMap((path) => /^(.+?)\//.exec(path)?.[1] ?? [])),
      ];
      const askMore = async () => {
        await more().click();
        await settled();
      };

      test('the newest is asked alone, as long as it holds something', async () => {
        await open('ru-KZ/search.html?q=город');
        await waitForStatus('не меньше 2 материалов с 2 октября 2026');
        expect(await more().textContent()).toBe('older');
        expect(askedTiers()).toEqual(['recent']);
        expect(asked().slice(0, 2)).toEqual(['pagefind.js', 'tiers.json']);
        await askMore();
        // Four tiers that hold nothing, then the reader is asked.
        expect(askedTiers()).toEqual(['recent', '2026', '2025', '2024', '2023-q2']);
        expect(await status().textContent()).toMatch(/^не меньше 2 материалов с 13 января 2023/);
        await askMore();
        await waitForStatus(/^2 материала$/);
        expect(await more().isHidden()).toBe(true);
        expect(await status().evaluate((element) => element === document.activeElement)).toBe(true);
        expect(asked().filter((path) => path.includes('wasm'))).toHaveLength(1);
        expect(asked().filter((path) => path.includes('entry'))).toEqual([]);
        expect(faults).toEqual([]);
      });

      test('results of all tiers are one list, newest first', async () => {
        await open('ru-KZ/search.html?q=река&sort=date');
        await waitForStatus('не меньше 3 материалов');
        await askMore();
        await waitForStatus('не меньше 4 материалов с 6 июня 2024');
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
          'Реки под замком',
        );
        await askMore();
        await waitForStatus(/^4 материала$/);
        const dates = await page.locator('[data-results] time').allTextContents();
        expect(dates).toHaveLength(4);
        expect(dates).toEqual([...dates].sort().reverse());
        const links = await page
          .locator('[data-results] a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        expect(links[3]).toBe('../ru-KZ/2024/11/11/story-8.html');
      });

      test('a phrase is looked for until it is found', async () => {
        await open('ru-KZ/search.html');
        await search('«пишет матери не плачь»', 'не меньше 1 материала с 12 апреля 2025 г.');
        expect(await titles()).toEqual(['Письма из колонии']);
        expect(askedTiers()).toEqual(['recent', '2026', '2025']);
        await search('"плачь не матери"', 'пока ничего с 6 июня 2024 г.');
        await askMore();
        await waitForStatus(/^ничего$/);
      });

      test('a word that no tier knows finds nothing, and one that a tier knows is found there', async () => {
        await open('ru-KZ/search.html');
        // Beginnings of it stand in several tiers.
        await search('городничий', 'пока ничего с 6 июня 2024 г.');
        expect(await titles()).toEqual([]);
        await askMore();
        await waitForStatus(/^ничего$/);
        expect(await more().isHidden()).toBe(true);
        await search('подорожало', 'не меньше 1 материала с 12 апреля 2025 г.');
        expect(await titles()).toEqual(['Год в цифрах']);
        await search('река акваланг', 'пока ничего с 6 июня 2024 г.');
      });

      test('authors that are too many for the page come with the index, by name', async () => {
        await open('ru-KZ/search.html');
        const options = page.locator('[name=author] option');
        await page.waitForLoadState('networkidle');
        expect(await options.count()).toBe(1);
        await page.locator('[name=author]').click();
        await expect.poll(() => options.count()).toBeGreaterThan(3);
        const names = (await options.allTextContents()).slice(1);
        expect(names).toEqual(names.toSorted(new Intl.Collator('ru').compare));
        await page.selectOption('[name=author]', 'Игорь Ким');
        await waitForStatus(/материал/);
        expect(query()).toBe('?author=Игорь+Ким');
        expect(faults).toEqual([]);
      });

      test('an author in the address is asked for before they come', async () => {
        await open('ru-KZ/search.html?author=Игорь+Ким');
        await waitForStatus(/материал/);
        expect(await page.locator('[name=author]').inputValue()).toBe('Игорь Ким');
        await field().focus();
        await expect.poll(() => page.locator('[name=author] option').count()).toBeGreaterThan(3);
        expect(await page.locator('[name=author]').inputValue()).toBe('Игорь Ким');
      });

      test('a filter leaves tiers alone that have nothing for it', async () => {
        await open('ru-KZ/search.html?year=2025');
        await waitForStatus(/^3 материала$/);
        expect(askedTiers()).toEqual(['2025']);
        await page.locator('[name=author]').focus();
        await page.selectOption('[name=author]', 'Редакция «Дом & сад»');
        await waitForStatus(/^1 материал$/);
        await page.selectOption('[name=year]', '');
        await waitForStatus(/^1 материал$/);
        expect(askedTiers()).toEqual(['2025']);
        await page.selectOption('[name=author]', '');
        await page.selectOption('[name=section]', 'nature');
        await waitForStatus('не меньше 1 материала с 2 октября 2026');
        await askMore();
        // The rest of 2026 has nothing of the section.
        expect(askedTiers()).toEqual(['2025', 'recent']);
        await waitForStatus('не меньше 2 материалов с 12 апреля 2025');
        await askMore();
        await waitForStatus(/^3 материала$/);
      });

      test('more results come from the tiers asked before older ones are, and are there again after Back', async () => {
        await open('ru-KZ/search.html?q=день&section=brief');
        await waitForStatus('не меньше 6 материалов с 13 января 2023');
        expect(await more().textContent()).toBe('older');
        await askMore();
        await waitForStatus(/^18 материалов$/);
        expect(await titles()).toHaveLength(14);
        expect(await more().textContent()).toBe('more');
        await page.locator('[data-results] li:nth-child(14) a').click();
        await page.waitForURL(/story-/);
        await page.goBack();
        await page.locator('[data-results] li:nth-child(14)').waitFor();
        expect(await status().textContent()).toBe('18 материалов');
        await askMore();
        expect(await titles()).toHaveLength(18);
        expect(await more().isHidden()).toBe(true);
      });

      test('a tier that does not come is a failure, not "nothing found"', async () => {
        host.conduct = (path) => (path.includes('/2025/') ? 'block' : 'serve');
        await open('ru-KZ/search.html?q=подорожал');
        await when('failed').waitFor();
        expect(await status().textContent()).toBe('');
        host.conduct = () => 'serve';
        await page.locator('[data-retry]').click();
        await waitForStatus('не меньше 1 материала');
        expect(await titles()).toEqual(['Год в цифрах']);
      });
    });

    test('opened from a file, the page says what to do instead', async () => {
      await page.goto(pathToFileURL(join(folder, 'ru/search.html')).href);
      await when('file').waitFor();
      await field().fill('река');
      await field().press('Enter');
      expect(await when('file').isVisible()).toBe(true);
      expect(page.url()).toMatch(/search\.html$/);
      expect(faults).toEqual([]);
    });
  },
);
