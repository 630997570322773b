import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { readArguments, readCount, refuse } from './read-arguments.ts';

const USAGE = `Opens the search page of what "tamizdat stick" made, from its files and without a network, on a core that is slowed,
and prints how long each query takes until its first results stand: as the first that the page is asked, and asked again.
Usage: node tests/bench/stick-search.ts --stick DIR [--lang ru] --queries "word,two words,«a phrase»" [--slowed 4] [--runs 3]

Medians, in milliseconds. Each first query has a page of its own, opened anew.
`;

const values = readArguments(USAGE, {
  stick: { type: 'string' },
  lang: { type: 'string', default: 'ru' },
  queries: { type: 'string' },
  slowed: { type: 'string', default: '4' },
  runs: { type: 'string', default: '3' },
});
const { stick, lang, queries } = values;
if (stick === undefined) refuse('--stick names the folder of a stick.', USAGE);
if (queries === undefined) refuse('--queries names what is asked.', USAGE);
const slowed = readCount('slowed', values.slowed, USAGE);
const runs = readCount('runs', values.runs, USAGE);

/** Asks one query and waits for its results. Returns milliseconds, measured in the page. */
const ask = async (page: Page, query: string): Promise<number> =>
  page.evaluate(async (text) => {
    const input = document.querySelector('input');
    const list = document.querySelector('ol');
    if (input === null || list === null) throw new Error('this page has no search');
    input.value = text;
    const begun = performance.now();
    input.form?.requestSubmit();
    while (list.getAttribute('aria-busy') === 'true')
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    return performance.now() - begun;
  }, query);

const median = (numbers: readonly number[]): number =>
  Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  chromiumSandbox: false,
});
try {
  for (const query of queries.split(',')) {
    const first: number[] = [];
    const again: number[] = [];
    let status = '';
    for (let run = 0; run < runs; run++) {
      const page = await (await browser.newContext({ offline: true })).newPage();
      const client = await page.context().newCDPSession(page);
      await client.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      await page.goto(pathToFileURL(path.resolve(stick, lang, 'search.html')).href);
      first.push(await ask(page, query));
      status = (await page.locator('[role=status]').textContent()) ?? '';
      again.push(await ask(page, query));
      await page.context().close();
    }
    process.stdout.write(
      `${JSON.stringify({ query, status, first: median(first), again: median(again) })}\n`,
    );
  }
} finally {
  await browser.close();
}
