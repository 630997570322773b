import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankAcross, blankAddresses } from './blank-addresses.ts';

test.each([
  'https://a.example/b?c#d',
  'ftp://files.example',
  'tg://resolve?domain=window',
  'vless://id@host:443',
  'hxxps://a.example',
  'mailto:a@b.example',
  't.me/window_news',
  'T.ME/window_news',
  'telegram.me/x',
  'meduza.io/news/2026',
  'meduza.io',
  'newsmaker.md',
  'fortochka.example',
  'Fortochka.Example',
  'FORTOCHKA.ORG',
  'a.b.fortochka.org:8080/x',
  'abcdefghij234567.onion',
  'пример.рф',
  'window.moscow',
  'window.foundation',
  'xn--e1afmkfd.xn--p1ai',
  'window.agency/a',
  'window.whatever/a',
  'forto\u00ADchka.org',
  '192.0.2.7/a',
  'сайт@пример.рф',
])('%s is an address', (address) => {
  expect(blankAddresses(`(см. ${address}).`)).toBe('(см. […]).');
});

test.each([
  'г. Москва, г.Москва',
  'т.е. и т.д., т.к., и др.',
  'А.С.Пушкин, J.K.Rowling',
  '3.5, 1.2.3, 10.30',
  'Node.js, Node.js/Deno, Vue.js',
  'readme.md, README.md, index.ts, src/main.rs, a/b.json',
  'photo.jpg, paper.pdf, song.mp3',
  'console.info(1)',
  'e.g., i.e. and a.m./p.m.',
  'home.It rained. Дома.Потом',
  'и/или, 24/7, км/ч',
  '12:30, Итог: да',
  'U.S. and U.K.',
])('%s holds none', (text) => {
  expect(blankAddresses(text)).toBe(text);
});

test('pieces are blanked as the text that they make together', () => {
  const text = 'a https://b.example/c, d t.me/e f';
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(text.length)), (cuts) => {
      const ends = [...cuts.sort((one, other) => one - other), text.length];
      const pieces = ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
      expect(blankAcross(pieces).join('')).toBe('a […], d […] f');
    }),
  );
});
