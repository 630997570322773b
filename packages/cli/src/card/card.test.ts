import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet, OUTLET, tamizdat } from '../../testing/sample-outlet.ts';
import { findTelling } from './find-telling.ts';

const FINGERPRINT = 'b0c450574c391ddd5559eb05c24816ea284812e3fea7fa88cb6c723ba0df8f8e';
const WITH_PRINT = `${OUTLET}rootFingerprint: ${FINGERPRINT}\nfingerprintAt:\n  - { name: 'A & <b>', url: 'https://social.example/1' }\n`;
const MIRRORS = `mirrors:
  - { name: harbour, address: https://harbour.example/, kind: copied }
  - { name: library, address: https://library.example/site/, kind: copied, languages: [en] }
  - { name: onion, address: 'http://${'a'.repeat(56)}.onion/', kind: copied, languages: [en] }
  - { name: cove, address: https://cove.example/, kind: copied, languages: [en] }
`;

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

async function card(args: string[] = [], files: Record<string, string> = {}) {
  folder = await makeOutlet({ 'outlet.yaml': WITH_PRINT, 'mirrors.yaml': MIRRORS, ...files });
  return tamizdat(['mirror', 'card', ...args, '--content', 'content'], folder, {
    TAMIZDAT_RESERVE:
      'mirrors:\n  - { name: velvet, address: https://velvet.example/, kind: copied }\n',
  });
}

/** The text of each card, blanks made one. */
const cardsOf = (html: string): string[] =>
  [...html.matchAll(/<article[^]*?<\/article>/g)].map(([text]) =>
    text.replaceAll(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
  );

test('has a card for each language with the mirrors that are meant for it, two and two', async () => {
  const { code, out, err } = await card(['--paper', 'a6']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const cards = cardsOf(out);
  expect(cards).toHaveLength(3);
  expect(cards[0]).toContain('Окно: адреса');
  expect(cards[0]).toContain('https:// harbour .example/');
  expect(cards[0]).not.toContain('library');
  expect(cards[1]).toMatch(/The Window: addresses Sheet 1 of 2 .*harbour.*library/);
  expect(cards[2]).toMatch(/Sheet 2 of 2 .*\.onion.* Tor Browser only .*cove/);
  for (const text of cards) {
    expect(text).toContain('b0c4 5057 4c39 1ddd');
    expect(text).toContain('radio card beyond observe');
    expect(text).toContain('(A &amp; &lt;b&gt;)');
    expect(text).toContain('tamizdat verify');
  }
  expect(out.match(/<svg/g)).toHaveLength(5);
  expect(out).not.toContain('velvet');
  expect(out).toContain("default-src 'none'");
});

test('four equal cards stand on a sheet of A4, and the same is made each time', async () => {
  const { out } = await card(['harbour', '--language', 'ru']);
  expect(new Set(cardsOf(out)).size).toBe(1);
  expect(cardsOf(out)).toHaveLength(4);
  expect((await card(['harbour', '--language', 'ru'])).out).toBe(out);
});

test('a plain card names neither outlet, newsroom nor program', async () => {
  const { code, out, err } = await card(['--plain', '--language', 'en']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).not.toMatch(/window|tamizdat|newsroom|social|genuine/i);
  expect(out).toContain('<title>Addresses</title>');
  expect(cardsOf(out)[0]).toContain('Compare them with what you have from another source');
});

test('a plain card whose addresses tell it all the same is warned of', async () => {
  const { err } = await card(['--plain'], {
    'mirrors.yaml': MIRRORS.replace('cove.example', 'the-window.example'),
  });
  expect(err).toContain('https://the-window.example/ itself tells whose it is');
  const outlet = {
    name: { ru: 'Окно', en: 'Ok' },
    origin: 'https://www.fortochka.example/',
    tagAuthority: { domain: 'okno-news.example', date: '2026-01-01' },
  };
  const bases = [
    'https://a.example/Fortochka/',
    'https://oknonews.pages.example/',
    'https://ok.example/',
  ];
  expect(findTelling(bases, outlet)).toEqual(bases.slice(0, 2));
});

test('takes an outlet’s own words', async () => {
  const words = 'card:\n  title: "{outlet} <here>"\n';
  const { out } = await card([], { 'words/en.yaml': words });
  expect(out).toContain('The Window &lt;here&gt;');
});

test('writes a file, and no other than a page', async () => {
  const { code, out } = await card(['--out', 'card.html']);
  expect([code, out]).toEqual([0, '']);
  expect(await readFile(path.join(folder, 'card.html'), 'utf8')).toMatch(/^<!doctype html>/);
  const nowhere = await card(['--out', 'no-folder/card.html']);
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('with --out')]);
  const slip = await card(['--out', 'content/mirrors.yaml']);
  expect(slip).toMatchObject({ code: 2, out: '' });
  expect(await readFile(path.join(folder, 'content/mirrors.yaml'), 'utf8')).toBe(MIRRORS);
});

test.each([
  [['harbor'], {}, 2, 'Did you mean “harbour”?'],
  [['reserve-1'], {}, 2, 'is no reserve any more'],
  [['--language', 'de'], {}, 2, 'There are: ru, en'],
  [['--paper', 'a5'], {}, 2, '--paper is a4 or a6'],
  [[], { 'mirrors.yaml': 'mirrors: []\n' }, 2, 'announces no mirror'],
  [[], { 'outlet.yaml': OUTLET }, 1, 'rootFingerprint'],
  [[], { 'words/en.yaml': 'crad: 1\n' }, 1, 'words/en.yaml has errors'],
])('%j with %j is told', async (args, files, code, said) => {
  const ran = await card([...args, '--out', 'card.html'], files);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toContain(said);
  expect(ran.err).not.toContain('velvet');
  expect(existsSync(path.join(folder, 'card.html'))).toBe(false);
});
