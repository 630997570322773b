import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOutlet, OUTLET, tamizdat } from '../../testing/sample-outlet.ts';

const article = (letter: string, title: string, more: Record<string, string> = {}) => {
  const { lang = 'en', day = '18', status = 'ready', text = 'Text.' } = more;
  return `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${letter}
lang: ${lang}
kind: news
title: ${title}
standfirst: What it says.
section: politics
publishedAt: 2026-11-${day}T09:30:00+02:00
status: ${status}
---

${text}
`;
};

let folder = '';
const run = (...args: string[]) => tamizdat(['edition', ...args, '--content', 'content'], folder);
const place = (name: string) => path.join(folder, 'out', name);
const textsOf = (file: string) =>
  execFileSync('unzip', ['-p', file, '*.xhtml', '*.opf'], { encoding: 'utf8' });

describe('an edition', () => {
  beforeAll(async () => {
    folder = await makeOutlet({
      'outlet.yaml': `${OUTLET}support:
  currencies: [EUR]
  editions: { ru: EUR, en: EUR }
  frequency: once
  amounts: { once: { EUR: { choices: [10, 25], default: 10 } } }
  methods:
    - { id: card, name: { ru: картой, en: a card }, mark: card, frequencies: [once], currencies: [EUR], link: 'https://card.example/{amount}' }
  notices: [{ place: { ru: В России, en: In Russia }, text: { ru: Осторожно., en: Take care. } }]
`,
      'articles/en/2026/11/09-early/index.md': article('A', 'Of the week before', { day: '09' }),
      'articles/en/2026/11/18-ferry/index.md': article('B', 'The ferry is back', {
        text: 'See [the bridge](/en/2026/11/19/bridge.html) and [times](https://ferry.example/).',
      }),
      'articles/en/2026/11/19-bridge/index.md': article('C', 'The bridge stands', { day: '19' }),
      'articles/en/2026/11/20-draft/index.md': article('D', 'A draft of something', {
        day: '20',
        status: 'draft',
      }),
      'articles/ru/2026/11/18-parom/index.md': article('E', 'Паром вернулся', { lang: 'ru' }),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is a book for each language, of what readers find, each time the same', async () => {
    const first = await run('--week', '2026-w47', '--out', 'out/week.epub', '--json');
    expect(first).toMatchObject({ code: 0 });
    expect(JSON.parse(first.out)).toMatchObject([
      { file: place('week.ru.epub'), lang: 'ru', articles: 1, to: '2026-11-22' },
      { file: place('week.en.epub'), lang: 'en', articles: 2, from: '2026-11-16', leftOut: 0 },
    ]);
    const bytes = await readFile(place('week.en.epub'));
    expect((await run('--week', '2026-W47', '--lang', 'en', '--out', 'out/b.epub')).code).toBe(0);
    expect((await readFile(place('b.epub'))).equals(bytes)).toBe(true);
    const texts = textsOf(place('week.en.epub'));
    expect(texts).toMatch(/<dc:title>The Window, 16\P{L}+22 November 2026</u);
    expect(texts).toMatch(/<a href="chapter-\d\.xhtml">the bridge<\/a>/);
    expect(texts).toContain('<strong>In Russia.</strong> Take care.');
    expect(texts).toContain('https://window.example/en/index.html');
    expect(texts).not.toMatch(/A draft of|Of the week before|Паром/);
    expect(textsOf(place('week.ru.epub'))).toContain('Паром вернулся');
  });

  test('names no address where passing one on is fined', async () => {
    await run('--month', '2026-11', '--lang', 'en', '--no-links', '--out', 'out/bare.epub');
    const texts = textsOf(place('bare.epub'));
    expect(texts).toMatch(/<a href="chapter-\d\.xhtml">the bridge<\/a> and times/);
    expect(texts).not.toMatch(/window\.example|ferry\.example/);
  });

  test('holds the articles that are named, in their order, and replaces an earlier one', async () => {
    const ids = '01JD8Z0Q5X4K2M7N9P3R6S8T0C,01JD8Z0Q5X4K2M7N9P3R6S8T0A';
    expect((await run('--ids', ids, '--lang', 'en', '--out', 'out/bare.epub')).code).toBe(0);
    const texts = textsOf(place('bare.epub'));
    expect(texts).toMatch(/<dc:title>The Window, 9\P{L}+19 November 2026</u);
    expect(texts.indexOf('The bridge stands')).toBeLessThan(texts.indexOf('Of the week before'));
    expect(texts).not.toContain('The ferry');
  });

  test('is of the newest week that is over where nothing is asked for', async () => {
    // A Saturday: the week of the ferry is not over, and before it nothing appeared in Russian.
    const at = { TAMIZDAT_NOW: '2026-11-21T12:00:00Z' };
    const asked = ['edition', '--out', 'out/newest.epub', '--json', '--content', 'content'];
    const { out } = await tamizdat(asked, folder, at);
    expect(JSON.parse(out)).toMatchObject([{ lang: 'en', from: '2026-11-09', articles: 1 }]);
    expect(existsSync(place('newest.ru.epub'))).toBe(false);
    const named = await tamizdat([...asked, '--week', '2026-w47'], folder, at);
    expect(JSON.parse(named.out)).toMatchObject([{ unfinishedUntil: '2026-11-22' }, {}]);
  });

  test.each([
    [
      'of days without articles',
      ['--week', '2020-w01'],
      'Nothing was published in 2020-w01 (ru, en)',
    ],
    ['of a draft', ['--ids', '01JD8Z0Q5X4K2M7N9P3R6S8T0D'], 'There is no article'],
    [
      'of an article in another language',
      ['--ids', '01JD8Z0Q5X4K2M7N9P3R6S8T0E', '--lang', 'en'],
      'is in “ru”',
    ],
    ['of a language that is none', ['--lang', 'xx'], 'ru, en'],
    ['of two spans', ['--week', '2026-w47', '--month', '2026-11'], 'One of --week'],
    ['of a week that is none', ['--week', '47'], '--week is such as'],
    ['of a week that no year has', ['--week', '2026-w99'], 'There is no week 99 in 2026'],
    ['of a week that this year does not have', ['--week', '2025-w53'], 'w01 to w52'],
    ['of a month that is none', ['--month', 'November'], '--month is such as'],
    ['of a thirteenth month', ['--month', '2026-13'], '--month is such as'],
  ])('%s is refused, and nothing is written', async (_, more, told) => {
    const before = readdirSync(path.join(folder, 'out'));
    const { code, out, err } = await run(...more, '--out', 'out/none.epub');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
    expect(readdirSync(path.join(folder, 'out'))).toEqual(before);
  });

  test('is written over nothing but a book', async () => {
    const { code, err } = await run('--out', 'content/outlet.yaml');
    expect(code).toBe(2);
    expect(err).toContain('ends in .epub');
  });
});
