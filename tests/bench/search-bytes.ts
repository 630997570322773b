import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { startStaticServer } from '../e2e/places/static-server.ts';
import { readArguments, refuse } from './read-arguments.ts';

const USAGE = `Asks the search page of a built tree in Chromium and prints, for each query, what it fetches until the first results
stand: requests and bytes, as the files are and with texts gzipped as most hosts send them. The page itself is not counted.
Usage: node tests/bench/search-bytes.ts --tree dist [--lang ru] --queries "word,another" [--parameters "&sort=date"]
`;

const values = readArguments(USAGE, {
  tree: { type: 'string' },
  lang: { type: 'string', default: 'ru' },
  queries: { type: 'string' },
  parameters: { type: 'string', default: '' },
});
const { tree, lang, queries } = values;
if (tree === undefined) refuse('--tree names a built tree.', USAGE);
if (queries === undefined) refuse('--queries names what is asked.', USAGE);

/** What a file costs: as it is, and as a host sends it that gzips texts. */
function weigh(file: string): { bytes: number; sent: number } {
  const bytes = statSync(file).size;
  const isText = /\.(?:js|json)$/.test(file);
  return { bytes, sent: isText ? gzipSync(readFileSync(file)).byteLength : bytes };
}

const server = await startStaticServer({ folder: path.resolve(tree) });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  chromiumSandbox: false,
});
try {
  for (const query of queries.split(',')) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const files: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/search/')) files.push(new URL(request.url()).pathname.slice(1));
    });
    const begun = performance.now();
    await page.goto(
      `${server.base}${lang}/search.html?q=${encodeURIComponent(query)}${values.parameters}`,
    );
    await page.locator('[data-status]:not(:empty)').waitFor({ state: 'attached' });
    const milliseconds = Math.round(performance.now() - begun);
    const weights = files.map((file) => weigh(path.join(tree, file)));
    const asked = {
      query,
      status: await page.locator('[data-status]').textContent(),
      requests: files.length,
      bytes: weights.reduce((sum, { bytes }) => sum + bytes, 0),
      sent: weights.reduce((sum, { sent }) => sum + sent, 0),
      milliseconds,
    };
    process.stdout.write(`${JSON.stringify(asked)}\n`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
