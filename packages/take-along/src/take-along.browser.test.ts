import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { buildWords } from '@tamizdat/article-schema';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ScriptData } from './browser/script-data.ts';
import { loadTakeAlongScript } from './load-script.ts';

const CHROMIUM = '/usr/bin/chromium-headless-shell';
/** In CI a missing browser must fail, not pass by silence. */
const runnable = existsSync(CHROMIUM) || process.env['CI'] !== undefined;
const { takeAlong: words } = buildWords('en');
const data: ScriptData = {
  name: 'The Window',
  base: 'https://window.example/',
  hosts: ['window.zip'],
  words,
};
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Answer {
  status?: number;
  type?: string;
  body: Buffer | string;
}

/** What stands at an address, and what it says that it is: blocks answer with status 200, some stores know no types. */
const FILES: Record<string, Answer> = {
  '/media/good.png': { type: 'image/png', body: PIXEL },
  '/media/bytes.png': { type: 'application/octet-stream', body: PIXEL },
  '/media/untold.png': { body: PIXEL },
  '/media/blocked.png': { type: 'text/html', body: '<p>Blocked by secret.example</p>' },
  '/media/odd.exe': { type: 'application/octet-stream', body: 'MZ' },
  '/media/gone.png': { status: 404, type: 'image/png', body: PIXEL },
};
const imageHtml = (source: string) => `<img src="${source}" alt="Shown: ${source.slice(9)}">`;
const ARTICLE = `<!DOCTYPE html><html lang="en"><title>The ferry</title><article>
<h1>The ferry</h1><header><p class="meta"><time datetime="2026-11-21T09:30:00Z">21 November 2026</time></p></header>
<h2 id="h-heading-at-canary-org">Heading at canary.org</h2>
<p>See <a href="https://linked.example/a" title="https://titled.example/">the timetable</a>,
https://spelled.example/path?a=1, <b>www.bold.example</b>, (www.plain.example) or who@mail.example, on window.zip.</p>
<p><code>https://code.example/</code> <img src="../media/good.png" alt="A page of https://pictured.example/"></p>
${Object.keys(FILES)
  .map((name) => imageHtml(`..${name}`))
  .join('\n')}
<figure><audio controls src="../media/bell.mp3" aria-label="A bell of www.bell.example"></audio><figcaption>On the quay<br><a href="../media/bell.mp3">Audio file (MP3, 0.1 MB)</a></figcaption></figure>
<p>Or https://<strong>split</strong>.example/abc, t.me/window, and <i>plain.example</i>.</p>
<div class="table" tabindex="0" role="region" aria-label="Of https://labelled.example/"><table><tr><td>1</td></tr></table></div>
<figure><figcaption>At dawn. Photo: A. Lind / The Window. CC BY 4.0</figcaption></figure>
<pre tabindex="0" role="group" aria-label="wide"><code>${'x'.repeat(300)}</code></pre>
<div class="table" tabindex="0" role="region" aria-label="Wide"><table><tr>${'<td>Unbreakableword</td>'.repeat(20)}</tr></table></div>
<article class="entry key"><p class="meta"><time datetime="2026-11-21T08:00:00Z">at eight</time></p><h3>An entry</h3><p>Rain.</p></article>
<p data-note="https://data.example/" style="background:url(https://styled.example/)">Text.</p>
<p class="row meta"><a href="ferry.txt">Plain text</a></p><script defer src="take-along.js"></script>
</article></html>`;
/** No scheme, no `www.`, no host. */
const ADDRESS = /https?:|www\.|\.example|127\.0\.0\.1|ferry\.(?:html|txt)/i;

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Opens the article. @param first What runs before its script: what this browser can do is replaced there. */
async function open(first = ''): Promise<void> {
  page = await context.newPage();
  if (first) await page.addInitScript(first);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/en/ferry.html`);
}
const press = (name: string) => page.getByRole('button', { name }).click();
const told = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
const save = async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), press(words.save)]);
  return {
    name: download.suggestedFilename(),
    html: await readFile(await download.path(), 'utf8'),
  };
};
/** Takes the place of the phone's own sheet, which headless browsers do not have. */
const SHEET = (then = 'Promise.resolve()') =>
  `globalThis.shared = []; navigator.share = (what) => { shared.push(what); return ${then}; };`;

describe.skipIf(!runnable)(`what a reader takes along (needs ${CHROMIUM})`, () => {
  beforeAll(async () => {
    const script = `${await loadTakeAlongScript()}takeAlong.start(${JSON.stringify(data)});`;
    const files: Record<string, Answer> = {
      ...FILES,
      '/en/ferry.html': { type: 'text/html; charset=utf-8', body: ARTICLE },
      '/en/take-along.js': { type: 'text/javascript; charset=utf-8', body: script },
    };
    server = createServer(({ url = '' }, response) => {
      const { status = 200, type, body } = files[url] ?? { status: 404, body: '' };
      response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  });
  afterEach(() => context.close());

  test('a saved file has what is a picture inside, the words of what is none, and no address', async () => {
    await open();
    const { name, html } = await save();
    expect(name).toBe('text.html');
    expect(html).not.toMatch(ADDRESS);
    expect(html).toContain('See the timetable,\n[…], <b>[…]</b>, ([…]) or […], on […].');
    expect(html).toMatch(/Or \[…\]<strong><\/strong>, \[…\], and <i>\[…\]<\/i>\./);
    expect(html).not.toContain('t.me');
    expect(html).toContain('<h2 id="h-heading-at">Heading at […]</h2>');
    expect(html).toContain('<code>[…]</code>');
    expect(html).toContain('alt="A page of […]"');
    // What stands for a recording, which is too heavy to come along.
    expect(html).toContain(
      '<figure><p>[A bell of […]]</p><figcaption>On the quay<br>Audio file (MP3, 0.1 MB)</figcaption>',
    );
    const inside = [...html.matchAll(/alt="Shown: ([^"]*)" src="data:([^;]*);base64,/g)];
    expect(inside.map(([, name, type]) => [name, type])).toEqual(
      ['good.png', 'bytes.png', 'untold.png'].map((of) => [of, 'image/png']),
    );
    for (const none of ['blocked.png', 'odd.exe', 'gone.png'])
      expect(html).toContain(`[Shown: ${none}]`);
    await told(words.leftOut.replace('{count}', '3'));
  });

  test('a saved file names the outlet only where its reader wants that', async () => {
    await open();
    expect((await save()).html).toContain('Photo: A. Lind. CC BY 4.0');
    await page.getByText(words.options).click();
    await page.getByLabel(words.withSource).check();
    expect((await save()).html).toContain('Photo: A. Lind / The Window. CC BY 4.0');
  });

  test('a saved file is no wider than a small phone, and all that scrolls is reached by keys', async () => {
    await open();
    const { html } = await save();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.setContent(html);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('*')]
        .filter(
          (one) => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX === 'auto',
        )
        .map((one) => (one as HTMLElement).tabIndex),
    ]);
    expect(widths).toEqual([320, 0, 0]);
    expect(await page.locator('main > article').count()).toBe(1);
  });

  test('a copied text has no address, linked or spelt out', async () => {
    await open();
    await press(words.copy);
    await told(words.copied);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).not.toMatch(ADDRESS);
    expect(text).toContain('See the timetable, […], […], ([…]) or […], on […].');
    expect(text).toMatch(/\[A bell of \[…\]\]\n\nOn the quay\nAudio file \(MP3, 0\.1 MB\)\n/);
    expect(text).toContain('Or […], […], and […].');
    expect(text).toContain('Photo: A. Lind. CC BY 4.0');
    expect(text).toContain('at eight\n');
    expect(text).toContain('As of: 21 November 2026.');
  });

  test('a shared text has no address, no title and no file', async () => {
    await open(SHEET());
    await press(words.share);
    const shared = await page.evaluate<Record<string, string>[]>('shared');
    expect(shared.map((one) => Object.keys(one))).toEqual([['text']]);
    expect(shared[0]?.['text']).toContain('The ferry');
    expect(shared[0]?.['text']).not.toMatch(ADDRESS);
  });

  test('who closes the sheet is told nothing, and of one that fails it is said', async () => {
    await open(SHEET("Promise.reject(new DOMException('', 'AbortError'))"));
    await page.evaluate(
      "globalThis.said = []; const told = document.querySelector('[role=status]'); new MutationObserver(() => said.push(told.textContent)).observe(told, { childList: true })",
    );
    await press(words.share);
    await page.waitForFunction('shared.length === 1');
    await press(words.copy);
    await told(words.copied);
    expect(await page.evaluate('said')).not.toContain(words.failed);
    await open(SHEET("Promise.reject(new DOMException('', 'NotAllowedError'))"));
    await press(words.share);
    await told(words.failed);
  });

  test('a browser that cannot share has no button for it', async () => {
    await open('delete Navigator.prototype.share;');
    await page.getByRole('button', { name: words.copy }).waitFor();
    expect(await page.getByRole('button', { name: words.share }).count()).toBe(0);
  });
});
