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
  'hxxp[:]//window[.]org/a',
  'window[.]org',
  'window(dot)org',
  'fortochka[точка]org/a',
  'who[at]window.org',
  'who (at) window.example',
  '@window_news',
  '@window@social.example',
  'forto\u200Bchka.o\u00ADrg',
  'window\u200E.org',
  'window\u3002org',
  'window.rareending',
  'news.window.rareending/a',
  'gateway.example/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi',
  'bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/index.html',
  'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG',
  'ipfs:bafy',
  'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
  '/ipfs/bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
  '/ipns/window/a',
  'baguqeerasords4njcts6vs7qvdjfcvgnume4hqohf65zsfguprqphs3icwea',
  'k2k4r8jl0yz8qjgqbmc2cdu5hkqek5rj6flgnlkyywynci20j0iuyfuj',
  'f01701220c3c4733ec8affd06cf9e9ff50ffc6bcd2ec85a6170004bb709669c31de94391a',
  'zb2rhk6GMPQF3hfzwXTaNYFLKomMeC6UXdUt6jZKPpeVirLtV',
  'bzz:/4fd3b4a2/index.html',
  'name (at) host (dot) org',
  'name [собака] host [точка] org',
  'host (dot) com',
  'host [.] org/a',
  'host { . } org',
  'host dot org',
  'news dot host dot org/a',
  'name собака mail точка ру',
  'host точка ком',
  'Meduza.Io',
  'Meduza.Io/a',
  'Сайт.Рф',
  'сайт.ком',
  'Телеграм.ме',
  'т.ме/канал',
  '[2001:db8::1]:8080/a',
  '2001:db8::1',
  '2001:db8:0:1:2:3:4:5',
  'user@localhost',
  'git@window.org:site/a.git',
  '@канал',
  'window\u2024org',
  'window\uFE52org/a',
  'window·org',
  'window\uFF0E\uFF4F\uFF52\uFF47',
  'https:\\\\window.org',
  'https\uFF1A//window.org',
  'http ://window.org/a',
  't.me\uFF0Fname',
  't.me\u2044name',
  't.me\u2215name',
  'get.sh/x',
  'install.sh/x',
  'readme.md/x',
  'foo.zip/x',
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
  'Window.Tomorrow, Окно.Завтра',
  'server.log, backup.sql, text.docx',
  '5 @ 3, @ home, me@',
  '+7 900 123-45-67, доб. 12',
  'get.sh, x.py, foo.zip, photo.mov',
  'Fell in Moscow.It rained. Дом.Дети спали',
  'the dot com boom, dot-com, polka dot in red, точка нет',
  'a line (dot) segment, a [.] b',
  'прямая (точка) пересечения, точка на карте',
  '12:30:45, [00:12:45], 1:2:3:4, std::cout, a::b',
  'обл.ком, стр.ру, Дома.нет никого',
  'étudiant·es, col·lecció, A · B, слово•слово',
  'и／или, 1⁄2',
  'bafflement, barbarianism, /ipfs',
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

test('hosts of the outlet are known whatever they end in, and names below them', () => {
  const hosts = ['window.zip', 'xn--80aswg.test', 'example.net'];
  for (const address of [
    'window.zip',
    'Window.ZIP/a',
    'www2.window.zip',
    'window[.]zip',
    'win\u00ADdow.zip',
    'сайт.test',
    'Vetla.Example.NET',
  ])
    expect(blankAddresses(`on ${address}, too`, hosts), address).toBe('on […], too');
  expect(blankAddresses('old-window.zip and Window.Zipper', hosts)).toBe(
    'old-window.zip and Window.Zipper',
  );
});
