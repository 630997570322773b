import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const FERRY = 'articles/en/2026/11/21-ferry/index.md';
const article = (more = '', text = 'Text.') => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0W
lang: en
kind: news
title: The ferry “Dawn” is back & runs
standfirst: Nobody said why it had stopped.
section: politics
publishedAt: 2026-11-21T09:30:00+02:00
status: ready
${more}---

${text}
`;
const TEXT = `"It runs," said the mate[^log], see [the timetable](https://ferry.example/times) and <b>&lt;this&gt;</b>.

## Prices

| Who | Price |
| --- | --- |
| Adults | 3 |

- one
- two, says https://two.example/x

[^log]: The ship's log.`;

/** All texts of a book. */
const unzipped = (file: string) =>
  execFileSync('unzip', ['-p', file, '*.xhtml', '*.opf'], { encoding: 'utf8' });

let folder = '';
const run = (...args: string[]) => tamizdat(['article', ...args, '--content', 'content'], folder);

describe('an article to send on', () => {
  beforeAll(async () => {
    folder = await makeOutlet({
      'mirrors.yaml':
        'mirrors: [{ name: harbour, address: "https://*.harbour.zip/", names: [vetla], kind: folder, folder: /srv/harbour }]\n',
      [FERRY]: article('', TEXT),
      'articles/en/2026/11/21-later/index.md': article('embargoUntil: 2030-01-01T00:00:00Z\n')
        .replace('T0W', 'T0X')
        .replace('The ferry', 'Later'),
      'articles/en/2026/11/21-draft/index.md': article()
        .replace('T0W', 'T0Y')
        .replace('status: ready', 'status: draft'),
      'articles/en/2026/11/21-bell/index.md': article(
        'dateline: Vetla.Harbour.zip\n',
        '![A bell rings](bell.mp3 "At five. Sound: A. Lind / The Window.")\n\nAlso at Vetla.Harbour.zip, and in old.zip.',
      )
        .replace('T0W', 'T0Z')
        .replace('The ferry', 'The bell'),
      'articles/en/2026/11/21-bell/bell.transcript.md': 'Mate: “Five.”\n',
    });
    await cp(
      path.join(import.meta.dirname, '../../../recordings/testing/fixtures/clean.mp3'),
      path.join(folder, 'content/articles/en/2026/11/21-bell/bell.mp3'),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is plain text of short lines, with its notes, addresses and where it stands', async () => {
    const { code, out } = await run('en/2026/11/21/ferry.html');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "The ferry “Dawn” is back & runs

      Newsroom
      21 November 2026 at 09:30 (UTC+2)

      Nobody said why it had stopped.

      “It runs,” said the mate[1], see the timetable
      <https://ferry.example/times> and <this>.

      Prices

      Who      Price
      Adults   3

      – one
      – two, says https://two.example/x

      Sources

       1. The ship’s log.

      As of: 21 November 2026. What happened or was corrected later is not in
      it: if much time has passed, look for a newer copy.

      The Window
      https://window.example/en/2026/11/21/ferry.html
      "
    `);
    expect(out.split('\n').every((line) => line.length <= 72 || /^\S+$/.test(line))).toBe(true);
  });

  test('tells of a recording what it is, how long it is, where it stands and what is said in it', async () => {
    const [text = '', bare = '', markdown = '', html = ''] = await Promise.all(
      [
        ['--as', 'txt'],
        ['--as', 'txt', '--no-links', '--no-source'],
        ['--as', 'md', '--no-source'],
        ['--as', 'html', '--no-source'],
      ].map(async (args) => (await run('en/2026/11/21/bell.html', ...args)).out),
    );
    expect(text.replace(/\/\w{20}\./, '/HASH.').replaceAll('\u00A0', ' ')).toContain(
      `[A bell rings]

At five. Sound: A. Lind / The Window.

Audio file (MP3, 0.1 MB)
<https://window.example/media/HASH.mp3> · 0:01

Transcript

> Mate: “Five.”`,
    );
    expect(bare).toMatch(/Audio file \(MP3, 0\.1\sMB\) · 0:01/);
    expect(bare).not.toContain('window');
    // Names of the outlet’s mirrors, whatever they end in.
    expect(bare).toContain('Also at […], and in old.zip.');
    expect(markdown).toMatch(/\[Audio file \(MP3, 0\.1\sMB\)\]\(https:\S+\.mp3\) · 0:01/);
    expect(markdown).toContain('> Mate: “Five.”');
    const file = path.join(folder, 'bell.epub');
    await run('en/2026/11/21/bell.html', '--as', 'epub', '--no-source', '--out', file);
    const book = unzipped(file);
    expect(book).toContain('· 0:01');
    for (const form of [bare, markdown, html, book]) {
      expect(form).toMatch(/Sound: A\.\sLind\./);
      expect(form).not.toMatch(/The\sWindow/);
    }
  });

  test('goes without any address where links are fined', async () => {
    for (const form of ['txt', 'html']) {
      const { out } = await run(
        '01JD8Z0Q5X4K2M7N9P3R6S8T0W',
        '--as',
        form,
        '--no-links',
        '--no-source',
      );
      expect(out).toContain('the timetable');
      expect(out).not.toMatch(/https?:|window|<a\b/i);
    }
  });

  test('is one HTML file that loads nothing and escapes what a text says', async () => {
    const { out } = await run(
      `content/${FERRY}`,
      '--as',
      'html',
      '--base',
      'https://mirror.example/x',
    );
    expect(out).toContain('<title>The ferry “Dawn” is back &amp; runs</title>');
    expect(out).toContain('<b>&lt;this');
    expect(out).toContain('href="https://mirror.example/x/en/2026/11/21/ferry.html"');
    expect(out).not.toMatch(/<(?:link|img|iframe)\b|src=/);
    expect(out.match(/<script/g)).toHaveLength(1);
    expect(out).toContain(`default-src 'none'`);
    expect(out).toContain(
      'As of: <time datetime="2026-11-21T09:30:00+02:00">21 November 2026</time>.',
    );
  });

  test('is Markdown made from what readers see, with its notes', async () => {
    const { out } = await run('en/2026/11/21/ferry.html', '--as', 'md');
    expect(out).toMatchInlineSnapshot(`
      "---
      title: The ferry “Dawn” is back & runs
      standfirst: Nobody said why it had stopped.
      lang: en
      authors:
        - Newsroom
      date: 2026-11-21T09:30:00+02:00
      section: Politics
      asOf: "As of: 21 November 2026. What happened or was corrected later is not in it: if much time has passed, look for a newer copy."
      source: The Window
      url: https://window.example/en/2026/11/21/ferry.html
      ---

      **Nobody said why it had stopped.**

      “It runs,” said the mate[^1], see [the timetable](https://ferry.example/times) and **\\<this>**.

      ## Prices

      | Who | Price |
      | - | - |
      | Adults | 3 |

      - one
      - two, says <https://two.example/x>

      [^1]: The ship’s log.
      "
    `);
    const bare = await run('en/2026/11/21/ferry.html', '--as', 'md', '--no-links', '--no-source');
    expect(bare.out).toMatch(/see the timetable and [^]*this/);
    expect(bare.out).toContain('said the mate[^1]');
    expect(bare.out).not.toMatch(/https?:|two\.example|window/i);
    const bell = await run('en/2026/11/21/bell.html', '--as', 'md', '--no-links', '--no-source');
    expect(bell.out).toContain('place:');
    expect(bell.out).not.toMatch(/harbour/i);
  });

  test('is for no file whose name a stick refuses', async () => {
    const refused = await run('en/2026/11/21/ferry.html', '--as', 'html', '--out', 'aux.html');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('“aux.html”');
  });

  test('is a book that names no address where links are fined, the same each time', async () => {
    const bare = ['--no-links', '--no-source'];
    const made = [[], [], bare].map(async (more, at) => {
      const file = path.join(folder, `${at}.epub`);
      const args = ['en/2026/11/21/ferry.html', '--as', 'epub', '--out', file, ...more];
      expect(await run(...args)).toMatchObject({ code: 0, out: '' });
      return readFile(file);
    });
    const [first, second, third] = await Promise.all(made);
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
    expect(first?.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    const whole = unzipped(path.join(folder, '0.epub'));
    expect(whole).toContain('The ferry “Dawn” is back &amp; runs');
    expect(whole).toContain('href="https://window.example/en/2026/11/21/ferry.html"');
    expect(whole).toMatch(/<li id="i\d+" epub:type="footnote">\s*(?:<p>)?The ship’s log/);
    expect(third?.length).toBeLessThan(first?.length ?? 0);
    const plain = unzipped(path.join(folder, '2.epub'));
    expect(plain).toContain('the timetable');
    expect(plain).toContain('two, says […]');
    expect(plain).not.toMatch(/two\.example|ferry\.example|window\.example|The Window/);
  });

  test('is written to a new file, and over none', async () => {
    const file = path.join(folder, 'a.txt');
    expect(await run('en/2026/11/21/ferry.html', '--out', file)).toMatchObject({
      code: 0,
      out: '',
    });
    const text = await readFile(file, 'utf8');
    expect(text.startsWith('\uFEFFThe ferry')).toBe(true);
    const again = await run('en/2026/11/21/ferry.html', '--out', file, '--no-links');
    expect(again).toMatchObject({ code: 2 });
    expect(again.err).toContain('is there already');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test.each(['later', 'draft'])('is none that readers do not find: %s', async (slug) => {
    const file = path.join(folder, `${slug}.txt`);
    const { code, out, err } = await run(`content/articles/en/2026/11/21-${slug}`, '--out', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('is not on the site');
    expect(existsSync(file)).toBe(false);
  });

  test('is told where there is none, or no such form', async () => {
    expect(await run('en/2026/11/21/none.html')).toMatchObject({ code: 2 });
    expect(await run('en/2026/11/21/ferry.html', '--as', 'pdf')).toMatchObject({ code: 2 });
  });
});
