import { inspectBody } from '@tamizdat/body';
import { expect, test } from 'vitest';
import { parseOutlet } from '../parse/outlet.ts';
import {
  misleading,
  misleadingFields,
  misleadingNotes,
  mixedHostNotes,
} from './misleading-link.ts';
import { linkNotes } from './text-notes.ts';

test.each([
  ['https://bank.example/login', 'https://evil.example/login'],
  ['bank.example', 'https://evil.example/'],
  ['www.bank.example/login', 'http://evil.example/www.bank.example'],
  ['see https://bank.example.', 'https://bank.example.evil.org/'],
  ['https://банк.рф/', 'https://evil.example/'],
  ['https://bank.example@evil.example', 'https://evil.example/x'],
  ['https://bank.example!', 'https://evil.example/'],
  ['evil: https://bank.example', 'https://evil.example/'],
  ['https://evil.example → https://bank.example', 'https://evil.example/'],
  ['https://evil.example/→https://bank.example', 'https://evil.example/'],
  ['https://evil.example/https://bank.example', 'https://evil.example/'],
  ['evil.example, bank.example', 'https://evil.example/'],
  ['→https://bank.example', 'https://evil.example/'],
  ['xhttps://bank.example', 'https://evil.example/'],
  ['ba_nk.example', 'https://evil.example/'],
  ['ba\u2010nk.example', 'https://evil.example/'],
  ['ba\u2011nk.example', 'https://evil.example/'],
  ['ba\u2013nk.example', 'https://evil.example/'],
  ['ba\u2212nk.example', 'https://evil.example/'],
  ['ba\uff0dnk.example', 'https://evil.example/'],
  ['Sign in at bank.example', 'https://evil.example/'],
  ['Sign in at bank.example now', 'https://evil.example/'],
  ['Войдите в свой личный кабинет на сайте bank.example', 'https://evil.example/'],
  ['bank.example → login', 'https://evil.example/'],
  ['bank.example: личный кабинет', 'https://evil.example/'],
  ['Банк: bank.example', 'https://evil.example/'],
  ['банк.рф', 'https://evil.example/'],
  ['bank.example;', 'https://evil.example/'],
  ['bank.example|login', 'https://evil.example/'],
  ['bank.example & Co', 'https://evil.example/'],
  ['https://bank.example;', 'https://evil.example/'],
  ['https://bank.example|', 'https://evil.example/'],
  ['https://bank.example&', 'https://evil.example/'],
  ['ftp://bank.example/', 'https://evil.example/'],
  ['sftp://bank.example', 'https://evil.example/'],
  ['https://login@bank.example', 'https://evil.example/'],
  ['https://[2001:db8::1]/', 'https://evil.example/'],
  ['login...bank.example', 'https://evil.example/'],
  ['bank.example.Login', 'https://evil.example/'],
  ['bank·example', 'https://evil.example/'],
  ['bank\u3164.example', 'https://evil.example/'],
  ['bank.example#login', 'https://evil.example/'],
  ['bank.example:443', 'https://evil.example/'],
  [`${'a.'.repeat(9)}bank.example`, 'https://evil.example/'],
  [`${'a'.repeat(70)}.bank.example`, 'https://evil.example/'],
  ['desk@evil.example bank.example', 'https://evil.example/'],
  ['www.bank', 'https://evil.example/'],
  ['b\u0430nk.example', 'https://bank.example/'],
  // Endings that look like one: Cyrillic, of two alphabets, small capitals, a nought.
  ['bank.\u0441\u043e\u043c', 'https://evil.example/'],
  ['bank.\u0441\u043e\u043c', 'https://bank.com/'],
  ['\u0440\u0430\u0441\u0435.\u0441\u043e\u043c', 'https://evil.example/'],
  ['bank.c\u043em/login', 'https://evil.example/'],
  ['bank.\u0441\u043e', 'https://evil.example/'],
  ['bank.\u1d04\u1d0f\u1d0d', 'https://evil.example/'],
  ['bank.c0m', 'https://evil.example/'],
  // Marks on letters.
  ['b\u0332a\u0332n\u0332k\u0332.\u0332c\u0332o\u0332m\u0332', 'https://evil.example/'],
  ['bank.c\u0336o\u0336m', 'https://evil.example/'],
  ['b\u20dda\u20ddnk\u0332.example', 'https://evil.example/'],
  // What stands before “@”.
  ['https://@bank.example', 'https://evil.example/'],
  ['https://@@bank.example/', 'https://evil.example/'],
  ['https://a.b%20c@bank.example/', 'https://evil.example/'],
  ['https://evil.example@bank.example', 'https://evil.example/'],
  ['https://evil.example:443@bank.example/', 'https://evil.example/'],
  // Endings that files have, too.
  ['bank.zip/login', 'https://evil.example/'],
  ['https://bank.zip', 'https://evil.example/'],
  ['www.bank.md', 'https://evil.example/'],
  ['bank.sh:8443/login', 'https://evil.example/'],
  ['bank.mov?login', 'https://evil.example/'],
  ['Sign in at bank.py', 'https://evil.example/'],
  // Points of every kind.
  ...Array.from('‚•۔。．｡․·‧∙⋅ꓸ●・･᛫⸱⸳܁٠۰،', (point): [string, string] => [
    `bank${point}example`,
    'https://evil.example/',
  ]),
  ['bank\u200a.\u2009example', 'https://evil.example/'],
  // Slashes, letters in boxes.
  ['https:\\\\bank.example\\login', 'https://evil.example/'],
  ['https:/bank.example/login', 'https://evil.example/'],
  ['HTTPS://BANK.EXAMPLE', 'https://evil.example/'],
  ['\u{1f171}\u{1f170}\u{1f17d}\u{1f17a}.\u{1f172}\u{1f17e}\u{1f17c}', 'https://evil.example/'],
  ['ⓑⓐⓝⓚ.ⓒⓞⓜ', 'https://evil.example/'],
  ['Bank.Com', 'https://evil.example/'],
])('%s does not lead to %s', (text, url) => {
  expect(misleading(text, url)?.code).toBe('text-link-misleading');
});

test.each([
  ['https://bank.example/login', 'https://bank.example/login?a=b'],
  ['bank.example', 'https://www.bank.example/'],
  ['www.bank.example', 'https://online.bank.example/'],
  ['https://банк.рф/', 'https://xn--80ab2al.xn--p1ai/'],
  ['the bank’s report', 'https://elsewhere.example/'],
  ['report.pdf', 'https://elsewhere.example/files/report.pdf'],
  ['т. е. отчёт, стр. 5', 'https://elsewhere.example/'],
  ['what the founder of bank.example said', 'https://paper.example/interview'],
  ['П.С.Иванов', 'https://paper.example/'],
  ['т.е.', 'https://paper.example/'],
  ['the bank’s report', '/en/about.html'],
  ['anna.petrova@paper.example', 'https://paper.example/staff'],
  ['anna.petrova@paper.example', '/ru/staff.html'],
  ['write to us', 'mailto:desk@paper.example'],
  ['paper.example', 'mailto:desk@paper.example'],
  ['Desk@Paper.example', 'mailto:desk@paper.example?subject=Hello%20you'],
  ['anna@paper.example, desk@paper.example', 'mailto:anna@paper.example?cc=desk@paper.example'],
  ['+7 900 123-45-67', 'tel:+79001234567'],
  ['8 (900) 123-45-67', 'tel:+79001234567'],
  ['123-45-67', 'tel:+79001234567'],
  ['call us, 2019–2024', 'tel:+79001234567'],
  ['Node.js', 'https://nodejs.org/'],
  ['README.md', 'https://git.example/readme'],
  ['ASP.NET', 'https://paper.example/'],
  ['What ASP.NET is', 'https://paper.example/'],
  ['документы.zip', 'https://paper.example/'],
  ['setup.py', 'https://paper.example/'],
  ['e.g. this, i.e. that', 'https://paper.example/'],
  ['install.sh', 'https://paper.example/'],
  ['docs/README.md', 'https://paper.example/'],
  ['main.py:42', 'https://paper.example/'],
  ['README.md#install', 'https://paper.example/'],
  ['README.ru.md', 'https://paper.example/'],
  ['photos.2024.zip', 'https://paper.example/'],
  ['src.tar.zip', 'https://paper.example/'],
  ['clip.mov', 'https://paper.example/'],
  ['Download archive.zip', 'https://paper.example/'],
  ['скачать фотографии.zip', 'https://paper.example/'],
  ['2026.11.22', 'https://paper.example/'],
  ['22.11.26', 'https://paper.example/'],
  ['J.R.R. Tolkien', 'https://paper.example/'],
  ['и.о.мэра', 'https://paper.example/'],
  ['Ph.D.', 'https://paper.example/'],
  ['St.Petersburg', 'https://paper.example/'],
  ['в 5 см.от края', 'https://paper.example/'],
  ['он работал.со мной', 'https://paper.example/'],
  ['увидел.ее', 'https://paper.example/'],
  ['Лента.ру', 'https://lenta.ru/'],
  ['Яндекс.Такси', 'https://paper.example/'],
  ['№5.000', 'https://paper.example/'],
  ['10•000', 'https://paper.example/'],
  ['Иванов • Петров • news', 'https://paper.example/'],
  ['Politics·News', 'https://paper.example/'],
  ['café.example', 'https://xn--caf-dma.example/'],
  ['cafe\u0301.example', 'https://xn--caf-dma.example/'],
  ['भारत.example', 'https://xn--h2brj9c.example/'],
  ['https://@bank.example', 'https://bank.example/'],
  ['https://desk@bank.example', 'https://bank.example/'],
  ['bank.zip/login', 'https://bank.zip/login'],
  ['bank\\example', 'https://paper.example/'],
  ['и т.д.', 'https://paper.example/'],
  ['др.-рус. слово', 'https://paper.example/'],
  ['Он пришёл.Она ушла', 'https://paper.example/'],
  ['He left.So did she', 'https://paper.example/'],
  ['that is how he left.it was late', 'https://paper.example/'],
  ['version 1.2.3', 'https://paper.example/'],
  ['v2.10.0-rc.1', 'https://paper.example/'],
  ['192.0.2.1', 'https://paper.example/'],
  ['at 10.30.am', 'https://paper.example/'],
  ['А.И.Сомов', 'https://paper.example/'],
  ['U.S.A.', 'https://paper.example/'],
  ['глава Mail.ru', 'https://paper.example/'],
  ['Forbes.ru рассказал', 'https://paper.example/'],
  ['report.finished', 'https://paper.example/'],
  ['3.14', 'https://paper.example/'],
  ['12.03.2024', 'https://paper.example/'],
  ['the “https://” prefix', 'https://paper.example/'],
  ['and/or', 'https://paper.example/'],
  ['@bank.example', 'https://social.example/@bank'],
  ['@desk@bank.example', 'https://bank.example/@desk'],
  ['—bank.example', 'https://bank.example/'],
  ['–bank.example', 'https://bank.example/'],
  ['bank.example.', 'https://bank.example./'],
  ['bank.example/evil.org', 'https://bank.example/evil.org'],
  ['https://bank.example/?u=evil.org', 'https://bank.example/?u=evil.org'],
  [
    'https://archive.example/2026/https://bank.example/',
    'https://archive.example/2026/https://bank.example/',
  ],
])('%s may lead to %s', (text, url) => {
  expect(misleading(text, url)).toBeUndefined();
});

test.each([
  ['editor@bank.example', 'mailto:evil@evil.example', undefined],
  ['editor@bank.example', 'mailto:editor@bank.example,evil@evil.example', undefined],
  ['editor@bank.example', 'mailto:editor@bank.example?subject=x&BCC=evil@evil.example', undefined],
  ['editor@bank.example', 'mailto:evil%40evil.example', undefined],
  ['write to editor@bank.example', 'mailto:?to=evil@evil.example', undefined],
  ['bank.example', 'mailto:desk@paper.example', 'warning'],
  ['editor@bank.example', 'https://evil.example/', 'warning'],
  ['bank.example', '/en/about.html', 'warning'],
  ['https://bank.example/login', '../about.html', 'warning'],
  ['bank.example', '//evil.example/', undefined],
  ['bank.example', '/\\evil.example/', undefined],
  ['+7 900 123-45-67', 'tel:+79007654321', undefined],
  ['call +7 900 123‑45‑67 now', 'tel:+1-202-555-0123', undefined],
  ['8 (900) 123-45-67', 'tel:4567', undefined],
  ['8 (900) 123-45-67', 'tel:+79001234568;ext=8900123-45-67', undefined],
])('%s does not lead to %s either', (text, url, severity) => {
  expect(misleading(text, url)).toMatchObject({ code: 'text-link-misleading' });
  expect(misleading(text, url)?.severity).toBe(severity);
});

test.each([
  ['https://t.me/window', 'https://t.me/wind0w'],
  ['github.com/window', 'https://github.com/evil'],
  ['github.com/window/kit', 'https://github.com/evil/kit'],
  ['t.me/s/window', 'https://t.me/s/wind0w?before=1'],
  ['x.com/window', 'https://www.x.com/evil/status/1'],
  ['our channel t.me/window', 'https://t.me/evil'],
  ['youtube.com/@window', 'https://m.youtube.com/@evil'],
  ['linkedin.com/in/anna', 'https://www.linkedin.com/in/eva'],
  ['social.example/@window', 'https://social.example/@evil'],
  ['www.instagram.com/window/', 'https://instagram.com/windovv/'],
])('another account may be meant: %s does not lead to %s', (text, url) => {
  expect(misleading(text, url)).toMatchObject({
    code: 'text-link-misleading',
    severity: 'warning',
  });
});

test.each([
  ['t.me/window', 'https://t.me/s/window'],
  ['t.me/window', 'https://t.me/Window/12'],
  ['@window', 'https://t.me/evil'],
  ['t.me', 'https://t.me/window'],
  ['t.me/window', 'https://t.me/'],
  ['https://t.me/window.', 'https://t.me/window'],
  ['t.me/win…', 'https://t.me/window'],
  ['youtube.com/c/window', 'https://www.youtube.com/@window'],
  ['t.me/window, t.me/window_en', 'https://t.me/window_en'],
  ['bank.example/login', 'https://bank.example/about'],
  ['github.com/%D1%8F', 'https://github.com/я'],
])('%s may lead to %s: the account is the same, or none is shown', (text, url) => {
  expect(misleading(text, url)).toBeUndefined();
});

test('a firm called like its host is only doubted', () => {
  expect(misleading('Bank.example', 'https://paper.example/')?.severity).toBe('warning');
  expect(misleading('bank.example', 'https://paper.example/')?.severity).toBeUndefined();
});

test.each([
  'Sign in at Bank.example',
  'Mail: Bank.example',
  'what they wrote of this site (bank.example) in 2024',
  'the head of the agency spoke to bank.example',
  'BANK.EXAMPLE',
])('it is only doubted where words may speak of it: %s', (text) => {
  expect(misleading(text, 'https://paper.example/')?.severity).toBe('warning');
});

test('sources and links of records show where they lead', () => {
  const record = {
    sources: [
      { id: 'a', title: 'https://bank.example/login', url: 'https://evil.example/login' },
      { id: 'b', title: 'The report', url: 'https://bank.example/' },
      { id: 'c', title: 'https://bank.example/' },
    ],
    original: { publisher: 'bank.example', url: 'https://evil.example/' },
  };
  expect(misleadingFields(record).map(({ path }) => path)).toEqual([
    ['sources', 0, 'title'],
    ['original', 'publisher'],
  ]);
});

test('so do the outlet’s: accounts, places of the fingerprint, ways to pay, its licence', () => {
  const evil = 'https://evil.example/';
  const text = `
licence: { name: { ru: Лицензия, en: bank.example }, url: '${evil}' }
social: [{ name: social.example, url: '${evil}' }, { name: evil.example, url: '${evil}' }]
fingerprintAt: [{ name: 'https://bank.example', url: '${evil}' }, { name: A, url: 'https://b\u0430nk.example/' }]
`;
  const { problems } = parseOutlet(text, { path: 'outlet.yaml' });
  expect(
    problems
      .filter(({ code }) => code.startsWith('text-link'))
      .map(({ code, field }) => [code, field]),
  ).toEqual([
    ['text-link-misleading', 'licence.name.en'],
    ['text-link-misleading', 'social[0].name'],
    ['text-link-misleading', 'fingerprintAt[0].name'],
    ['text-link-mixed-script', 'fingerprintAt[1].url'],
  ]);
  const methods = [
    { id: 'a', name: { ru: 'bank.example', en: 'a card' }, link: `${evil}{amount}` },
    { id: 'b', name: { ru: 'карта', en: 'evil.example' }, link: `${evil}{amount}` },
  ];
  expect(misleadingFields({ support: { methods } }).map(({ path }) => path.join('.'))).toEqual([
    'support.methods.0.name.ru',
  ]);
});

const at = { line: 1, column: 1, offset: 0 };
const link = (url: string) => ({ url, text: 'here', at, places: [] });

test('a host’s name of two alphabets is told', () => {
  // The second letter is Cyrillic.
  expect(mixedHostNotes(link('https://bаnk.example/'))).toHaveLength(1);
  expect(mixedHostNotes(link('https://b%D0%B0nk.example/'))).toHaveLength(1);
  // The same in Punycode.
  expect(mixedHostNotes(link('https://xn--bnk-6cd.example/'))[0]?.message).toContain('bаnk');
  expect(mixedHostNotes(link('https://www.XN--bnk%2d6cd.example/'))).toHaveLength(1);
  expect(mixedHostNotes(link('https://xn--80ab2al.xn--p1ai/'))).toEqual([]);
  expect(mixedHostNotes(link('https://xn--caf-dma.example/'))).toEqual([]);
  expect(mixedHostNotes(link('https://банк.example/'))).toEqual([]);
  expect(mixedHostNotes(link('https://bank.example/bаnk'))).toEqual([]);
});

test('such a name is told in every field that holds an address', () => {
  const url = 'https://bаnk.example/';
  const record = {
    title: 'A bаnk',
    sources: [{ id: 'a', title: 'The report', url, archivedUrl: url }],
    original: { publisher: 'The bank', url },
    links: [{ name: 'Mine', url: 'https://bank.example/bаnk' }],
  };
  expect(misleadingFields(record).map(({ code, path }) => [code, path])).toEqual([
    ['text-link-mixed-script', ['sources', 0, 'url']],
    ['text-link-mixed-script', ['sources', 0, 'archivedUrl']],
    ['text-link-mixed-script', ['original', 'url']],
  ]);
});

test('long runs of letters take no time', () => {
  const { user } = process.cpuUsage();
  for (const run of [
    'a',
    '.',
    'a.',
    'a-',
    'я.',
    ' ',
    'https://',
    '(',
    '1',
    '1 ',
    '+',
    '-',
    'a@',
    'a@a.',
    '@',
    'https://@',
    'https://a@',
    'a.zip/',
    '\u0332',
    'a\u0332',
    '\u0441.',
    '\u200a',
    '\u{1f170}',
  ]) {
    for (const url of ['https://paper.example/', 'mailto:a@b.example', 'tel:+79001234567'])
      misleading(run.repeat(50_000), url);
  }
  expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
});

test('nor do long runs of what hosts are made of', () => {
  const { user } = process.cpuUsage();
  for (const run of [
    'a_',
    'a.ru ',
    'a.ru,',
    'A.',
    'ftp://a.ru/',
    'a://',
    'log ',
    'a.ru/',
    '[:',
    '\u2010',
  ]) {
    misleading(run.repeat(20_000), 'https://paper.example/');
  }
  expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
});

test('the links of a text are looked at for both', () => {
  const text =
    '[https://bank.example/login](https://evil.example/login) [here](https://bаnk.example/)';
  const codes = inspectBody(text).links.flatMap((found) =>
    linkNotes(found).map(({ code }) => code),
  );
  expect(codes).toEqual(['text-link-misleading', 'text-link-mixed-script']);
});

test('a link by a name is looked at with its own words', () => {
  const { namedLinks } = inspectBody(
    'Log in at [https://bank.example/login][bank], [bank] or [bank.example][].\n\n[bank]: https://evil.example/login\n[bank.example]: https://bank.example/',
  );
  const told = namedLinks.flatMap((found) => misleadingNotes(found));
  expect(told.map(({ code, found }) => [code, found])).toEqual([
    ['text-link-misleading', 'https://evil.example/login'],
  ]);
});

test.each([
  'https://bank。example/login',
  'https://bank․example/login',
  'https://bank．example/login',
  'https://192.0.2.1/login',
  'h\u00adttps://bank.example',
  'https://bank\u200b.example',
  'https:⁄⁄bank.example⁄login',
  '“bank.example”',
  '(bank.example)',
  '→ bank.example',
])('however it is written, words that show another site are told: %s', (text) => {
  expect(misleading(text, 'https://evil.example/')?.code).toBe('text-link-misleading');
});

test('an element that turns letters round is refused, as characters that do are', () => {
  const text = '[<bdo dir="rtl">elpmaxe.knab</bdo>](https://evil.example/) <bdi>a</bdi>';
  const refused = inspectBody(text).html.filter(({ allowed }) => !allowed);
  expect(refused.map(({ tag }) => tag)).toContain('bdo');
  expect(refused.map(({ tag }) => tag)).not.toContain('bdi');
});

test.each(['t.me/a', '.a/@', 'a.', 't.me/', 'a'])('nor do those of accounts: %s', (run) => {
  const { user } = process.cpuUsage();
  misleading(run.repeat(50_000), 'https://t.me/a');
  expect(process.cpuUsage().user - user).toBeLessThan(500_000);
});
