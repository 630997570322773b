import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainPicture } from '../../testing/plain-picture.ts';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { serveZim } from '../../testing/serve-zim.ts';

const article = (letter: string, title: string, more: Record<string, string> = {}) => {
  const { lang = 'en', year = '2026', status = 'ready', text = 'Text.', extra = '' } = more;
  return `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${letter}
lang: ${lang}
kind: news
title: ${title}
standfirst: What it says.
section: politics
publishedAt: ${year}-11-18T09:30:00+02:00
status: ${status}
${extra}---

${text}
`;
};
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:01.000\nIt opens, says <b>ferry</b>.example.\n';
const taken = 'updatedAt: 2026-11-20T09:30:00+02:00\neditorsNote: It was wrong.\n';

/** In CI a missing program must fail, not pass by silence. */
const hasZim =
  process.env['CI'] !== undefined ||
  (spawnSync('kiwix-serve', ['--version']).status === 0 &&
    spawnSync('zimcheck', ['--version']).status === 0);

let folder = '';
const run = (...args: string[]) => tamizdat(['stick', ...args, '--content', 'content'], folder);
const place = (name: string) => path.join(folder, 'out', name);
const listing = (file: string) =>
  execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).trim().split('\n');
const filesOf = (name: string): [string, string][] =>
  readdirSync(place(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [path.relative(place(name), file), readFileSync(file, 'utf8')]);

describe('a stick', () => {
  beforeAll(async () => {
    folder = await makeOutlet({
      'articles/en/2025/11/18-early/index.md': article('A', 'Of the year before', { year: '2025' }),
      'articles/en/2026/11/18-ferry/index.md': article('B', 'The ferry is back', {
        extra: 'formerAddresses: [en/2026/11/17/old-ferry]\n',
        text: 'See [the bridge](/en/2026/11/18/bridge.html), [early](/en/2025/11/18/early.html), [times](https://ferry.example/) at www.spelled.example.',
      }),
      'articles/en/2026/11/18-bridge/index.md': article('C', 'The bridge stands', {
        text: '![A bell rings](bell.mp3 "At five.")\n\n![The bridge opens](bridge.mp4)',
      }),
      'articles/en/2026/11/18-bridge/bell.transcript.md': 'Nobody speaks.\n',
      'articles/en/2026/11/18-bridge/bridge.en.vtt': CAPTIONS,
      'articles/en/2026/11/18-bridge/bridge.transcript.md': 'It opens.\n',
      'articles/en/2026/11/18-draft/index.md': article('D', 'A draft of it', { status: 'draft' }),
      'articles/en/2026/11/18-taken/index.md': article('F', 'Taken back by us', {
        status: 'withdrawn',
        extra: taken,
      }),
      'articles/ru/2026/11/18-parom/index.md': article('E', 'Паром вернулся', { lang: 'ru' }),
    });
    const folderOf = path.join(folder, 'content/articles/en/2026/11/18-bridge');
    writeFileSync(path.join(folderOf, 'bridge.png'), plainPicture(90));
    for (const [from, to] of [
      ['clean.mp3', 'bell.mp3'],
      ['clean.mp4', 'bridge.mp4'],
    ] as const)
      await cp(
        path.join(import.meta.dirname, '../../../recordings/testing/fixtures', from),
        path.join(folderOf, to),
      );
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('holds what readers find of its years, each time the same, in a folder and in a zip', async () => {
    const { code, out, err } = await run('--years', '2026', '--out', 'out/one', '--json');
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { as: 'folder', languages: ['ru', 'en'], articles: 3, from: '2026-11-18', pictures: 1 },
    ]);
    await run('--years', '2026-2027', '--out', 'out/two');
    const files = filesOf('one');
    expect(filesOf('two')).toEqual(files);
    const names = files.map(([name]) => name);
    expect(names).toContain('en/2026/11/18/bridge.html');
    expect(names).toContain('ru/search.html');
    expect(names.join('\n')).not.toMatch(/draft|taken|early/);
    const texts = files.map(([, text]) => text).join('\n');
    expect(texts).not.toMatch(/A draft|Taken back|Of the year before/);
    const page = readFileSync(place('one/en/2026/11/18/ferry.html'), 'utf8');
    expect(page).toContain('<a href="bridge.html">the bridge</a>');
    expect(page).toMatch(/class="away"[^>]* href="https:\/\/window\.example\/en\/2025/);

    await run('--years', '2026', '--as', 'zip', '--out', 'out/one.zip');
    // By somebody else, on another day.
    const later = { TAMIZDAT_NOW: '2026-11-27T08:00:00Z' };
    const two = ['--years', '2026', '--as', 'zip', '--out', 'out/two.zip', '--content', 'content'];
    await tamizdat(['stick', ...two], folder, later);
    expect(readFileSync(place('two.zip')).equals(readFileSync(place('one.zip')))).toBe(true);
    expect(listing(place('one.zip')).sort()).toEqual(names.sort());
    expect(
      execFileSync('unzip', ['-p', place('one.zip'), 'index.html'], { encoding: 'utf8' }),
    ).toBe(readFileSync(place('one/index.html'), 'utf8'));
  });

  test('tells recordings in words and how much they would add, and takes them along when asked to', async () => {
    const bridge = 'en/2026/11/18/bridge.html';
    const { out } = await run('--years', '2026', '--out', 'out/silent');
    expect(out).toContain('told in words: 2, 0.1 MB. --recordings takes them along.');
    const silent = readFileSync(place(`silent/${bridge}`), 'utf8');
    expect(silent).toContain('[A bell rings]');
    expect(silent).toMatch(
      /class="away"[^>]* href="https:\/\/window\.example\/media\/\w+\.mp3">Audio file \(MP3, 0\.1\sMB\)<\/a> · 0:01/,
    );
    expect(silent).toContain('<blockquote><p>Nobody speaks.</p>');
    expect(silent).not.toContain('<audio');

    const loud = await run('--years', '2026', '--recordings', '--no-links', '--out', 'out/loud');
    expect(loud.out).toMatch(/recordings: 2, bytes: \d+\n$/);
    const page = readFileSync(place(`loud/${bridge}`), 'utf8');
    const [, file = ''] = /<audio [^>]*src="([^"]*)"/.exec(page) ?? [];
    expect(page).toContain(`<a href="${file}">Audio file`);
    expect(page).toContain("media-src 'self' data:");
    const captions = /<track kind="captions" srclang="en" src="data:text\/vtt;base64,([^"]*)"/;
    const [, said = ''] = captions.exec(page) ?? [];
    expect(Buffer.from(said, 'base64').toString()).toBe(
      CAPTIONS.replace('<b>ferry</b>.example', '<b>[…]</b>'),
    );
    expect(readFileSync(path.join(path.dirname(place(`loud/${bridge}`)), file))).toEqual(
      readFileSync(path.join(folder, 'content/articles/en/2026/11/18-bridge/bell.mp3')),
    );
  });

  test('names no address where passing one on is fined', async () => {
    await run('--years', '2025,2026', '--lang', 'en', '--no-links', '--out', 'out/bare');
    const texts = filesOf('bare')
      .map(([, text]) => text)
      .join('\n');
    expect(texts).not.toMatch(/window\.example|ferry\.example|spelled/);
    expect(texts).toContain('href="../../../2025/11/18/early.html"');
  });

  test('says how much each year takes, and writes nothing', async () => {
    const before = readdirSync(path.join(folder, 'out'));
    const { code, out } = await run('--sizes', '--lang', 'en', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { lang: 'en', year: '2025', articles: 1, pictures: { large: 0 } },
      { lang: 'en', year: '2026', articles: 2, recordings: 10385 },
    ]);
    expect((await run('--sizes')).out).toMatch(/2026 ru +1 +\d+ +0 +0 +0 +0\n/);
    expect(readdirSync(path.join(folder, 'out'))).toEqual(before);
  });

  test('is an app for messengers with as many of the newest articles as have room', async () => {
    const { out } = await run('--as', 'xdc', '--out', 'out/app.xdc', '--json');
    expect(JSON.parse(out)).toMatchObject([
      { languages: ['ru'], articles: 1 },
      { out: place('app.en.xdc'), as: 'xdc', articles: 3, of: 3 },
    ]);
    const names = listing(place('app.en.xdc'));
    expect(names).toEqual(expect.arrayContaining(['index.html', 'manifest.toml', 'icon.png']));
    const manifest = execFileSync('unzip', ['-p', place('app.en.xdc'), 'manifest.toml']);
    expect(manifest.toString()).toBe('name = "The Window"\n');
    const texts = execFileSync('unzip', ['-p', place('app.en.xdc'), '*.html'], {
      encoding: 'utf8',
    });
    expect(texts).not.toMatch(/(?:href|src)="https?:/);
    expect(texts).toContain(
      '<span dir="ltr">https://window.example/en/2026/11/18/ferry.html</span>',
    );
  });

  test.skipIf(!hasZim)(
    'is a ZIM that zimcheck finds no fault with, and in which Kiwix finds (needs zim-tools, kiwix-tools)',
    async () => {
      const { out } = await run('--years', '2026', '--as', 'zim', '--out', 'out/one.zim', '--json');
      expect(JSON.parse(out)).toMatchObject([{ languages: ['ru'] }, { out: place('one.en.zim') }]);
      await run('--years', '2026', '--as', 'zim', '--lang', 'en', '--out', 'out/two.zim');
      expect(readFileSync(place('two.zim')).equals(readFileSync(place('one.en.zim')))).toBe(true);
      const told = execFileSync('zimcheck', ['-A', place('one.en.zim')], { encoding: 'utf8' });
      expect(told).toContain('Overall Test Status: Pass');
      expect(told).not.toMatch(/WARNING|ERROR/);
      expect(readdirSync(path.join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual(
        [],
      );

      const kiwix = await serveZim(place('one.en.zim'));
      try {
        const found = await kiwix.get('/search?content=one.en&pattern=ferry');
        expect(found).toContain('href="/one.en/en/2026/11/18/ferry.html"');
        expect(await kiwix.get('/one.en/en/2026/11/18/ferry.html')).toContain('The ferry is back');
        expect(await kiwix.get('/one.en/en/2026/11/17/old-ferry.html')).toContain(
          'The ferry is back',
        );
        expect(await kiwix.get('/catalog/v2/entries')).toMatch(
          /<title>The Window<\/title>[^]*>eng</,
        );
      } finally {
        kiwix.stop();
      }
    },
  );

  test.each([
    ['of years without articles', ['--years', '2020'], 'Years with articles: 2025, 2026'],
    ['of no years', [], 'there are articles of 2025, 2026'],
    ['of years that are none', ['--years', '2026-2025'], '--years is such as'],
    ['of another kind', ['--years', '2026', '--as', 'pdf'], '--as is one of'],
    ['with another size', ['--years', '2026', '--pictures', 'huge'], '--pictures is one of'],
    ['in no language of the outlet', ['--years', '2026', '--lang', 'xx'], 'ru, en'],
    ['with another ending', ['--years', '2026', '--as', 'zip'], 'ends in .zip'],
    ['for no messenger', ['--as', 'xdc', '--max', '10', '--out', 'out/a.xdc'], '--max is a number'],
    ['under a name that FAT refuses', ['--years', '2026', '--out', 'out/a:b'], 'refuses the name'],
    [
      'with a tree that is not signed',
      ['--years', '2026', '--signed', 'content'],
      'release/bundle.json',
    ],
    [
      'with signed texts and without addresses',
      ['--years', '2026', '--signed', 'content', '--no-links'],
      '--signed does not go with --no-links',
    ],
    ['where something is', ['--years', '2026', '--out', 'content'], 'is there already'],
  ])('%s is refused, and nothing is written', async (_, args, told) => {
    const out = args.includes('--out') ? [] : ['--out', 'out/none'];
    const { code, err } = await run(...args, ...out);
    expect(err).toContain(told);
    expect(code).toBe(2);
    expect(existsSync(place('none'))).toBe(false);
  });
});
