import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const CHROMIUM = '/usr/bin/chromium-headless-shell';
/** In CI a missing browser must fail, not pass by silence. */
const runnable = existsSync(CHROMIUM) || process.env['CI'] !== undefined;
/** Where a messenger shows an app: an origin of its own, which no network answers. */
const APP = 'https://app.invalid/';
const article = (letter: string, title: string, text: string) => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${letter}
lang: en
kind: news
title: ${title}
standfirst: What it says.
section: politics
publishedAt: 2026-11-18T09:30:00+02:00
status: ready
---

${text}
`;

let folder = '';
const make = (name: string) =>
  tamizdat(['stick', '--as', 'xdc', '--lang', 'en', '--out', name, '--content', 'content'], folder);
const place = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await makeOutlet({
    'articles/en/2026/11/18-ferry/index.md': article(
      'A',
      'The ferry is back',
      'See [the bridge](/en/2026/11/18/bridge.html) and [times](https://ferry.example/).',
    ),
    'articles/en/2026/11/18-bridge/index.md': article('B', 'The bridge stands', 'Of oak.'),
  });
});
afterAll(() => rm(folder, { recursive: true }));

test.skipIf(!runnable)(
  `an app is the same bytes each time, and is read and searched without a network (needs ${CHROMIUM})`,
  async () => {
    const { code, err } = await make('one.xdc');
    expect(code, err).toBe(0);
    await make('two.xdc');
    expect(readFileSync(place('two.xdc')).equals(readFileSync(place('one.xdc')))).toBe(true);
    execFileSync('unzip', ['-q', place('one.xdc'), '-d', place('app')]);
    const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false });
    try {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith(APP)) faults.push(request.url());
      });
      await context.route(`${APP}**`, (route) =>
        route.fulfill({ path: place(`app${new URL(route.request().url()).pathname}`) }),
      );
      await page.goto(`${APP}index.html`);
      await page.locator('input').fill('ferry');
      await page.locator('input').press('Enter');
      await page.getByRole('link', { name: 'The ferry is back' }).click();
      await page.waitForURL(/ferry\.html$/);
      expect(await page.locator('h1').textContent()).toBe('The ferry is back');
      expect(await page.locator('a[href*=":"]').count()).toBe(0);
      await page.getByRole('link', { name: 'the bridge' }).click();
      await page.waitForURL(/bridge\.html$/);
      await page.getByText('Of oak.').waitFor();
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
