import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticle } from '../parse/article.ts';
import { LINT_RULES } from '../vocabulary.ts';
import { inspectBody } from '@tamizdat/body';
import { lintText } from './lint-text.ts';
import { pointAt } from './prose.ts';
import { quoteRepairs } from './quote-repairs.ts';
import { trackerRepairs } from './tracker-repairs.ts';
import { withoutTrackers } from './trackers.ts';

function styleOf(text: string, fields = ''): string[] {
  const file = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ${fields.includes('lang:') ? '' : 'en'}${/lang: (\w+)/.exec(fields)?.[1] ?? ''}
kind: news
title: The port city that kept its lights on
section: politics
status: draft
${fields.replace(/lang: \w+\n?/, '')}---

${text}
`;
  const lang = /lang: (\w+)/.exec(fields)?.[1] ?? 'en';
  const path = `articles/${lang}/2026/11/22-a/index.md`;
  const { problems } = parseArticle(file, { path });
  const first = file.split('\n').indexOf('---', 1) + 3;
  expect(problems.filter(({ code }) => !code.startsWith('style-'))).toEqual([]);
  return problems.map(({ code, severity, line, column, found }) => {
    expect(severity).toBe('warning');
    return `${code.slice('style-'.length)} ${line - first + 1}:${column} ${found ?? ''}`;
  });
}

test.each([
  [
    '[a](https://a.example/b?utm_source=x&id=1)',
    '',
    ['link-tracker 1:1 https://a.example/b?utm_source=x&id=1'],
  ],
  ['[a](https://a.example/b?id=1&outm=2#utm_source=x)', '', []],
  ['Text.\n\n[a](http://a.example/)', '', ['link-http 3:1 http://a.example/']],
  ['[a](http://abcdef.onion/b)', '', []],
  [
    'See https://a.example/b now, <https://c.example/>.',
    '',
    ['link-bare 1:5 https://a.example/b', 'link-bare 1:30 https://c.example/'],
  ],
  [
    'See https://a.example’s, www.b.example’s, https://c.example—the c—and https://d.example/e’s.',
    '',
    [
      'link-bare 1:5 https://a.example',
      'link-bare 1:26 https://www.b.example',
      'link-bare 1:43 https://c.example',
      'link-bare 1:71 https://d.example/e',
    ],
  ],
  ['[a.example and more](https://a.example)', '', []],
  ['## One\n\n#### Two\n\n##### Three\n\n## Four', '', ['heading-order 3:1 Two']],
  ['### First', '', ['heading-order 1:1 First']],
  ['## One\n\n### Two\n\n#### Three\n\n## Four\n\n### Five', '', []],
  ['Он сказал: “да”, и ушёл.', 'lang: ru\n', ['quotes 1:15 ”']],
  ['Он сказал: «да, „нет“, "да"». `”`', 'lang: ru\n', []],
  ['She said «yes».', '', ['quotes 1:10 «', 'quotes 1:14 »']],
  ['She said “yes, ‘no’”. `«»`', '', []],
  ['His <span lang="de">„Buch“</span>, «a» book.', '', ['quotes 1:36 «', 'quotes 1:38 »']],
  [
    'Write to anna@mail.example or +370 600 12345.',
    '',
    ['contact 1:10 anna@mail.example', 'contact 1:31 +370 600 12345'],
  ],
  ['It rose by +48 to 2,026 in 2026-11-22, `a@b.example` [x](mailto:a@b.example).', '', []],
  // Quotations in news.
  [
    'The ferry stood still.\n\n“We waited for three hours in the rain and nobody came to us.” The ferry left at noon.\n\nIt snowed.',
    '',
    ['quote-source 3:1 We waited for three hours in the rain and nobody came to us.'],
  ],
  [
    'Паром стоял.\n\n> Мы три часа ждали под дождём, и никто к нам не вышел.\n\nПошёл снег.',
    'lang: ru\n',
    ['quote-source 3:1 Мы три часа ждали под дождём, и никто к нам не вышел.'],
  ],
  [
    'Паром стоял. «Мы три часа ждали под дождём, и никто к нам не вышел».',
    'lang: ru\n',
    ['quote-source 1:14 Мы три часа ждали под дождём, и никто к нам не вышел'],
  ],
  // Somebody says it, before, after or in it; a source is linked; it is a name or a turn of phrase.
  ['“We waited for three hours in the rain and nobody came,” the captain said.', '', []],
  ['The captain told us:\n\n> We waited for three hours in the rain and nobody came.', '', []],
  ['> We waited for three hours in the rain and nobody came.\n\nSo wrote the captain.', '', []],
  ['> We waited for three hours in the rain and nobody came.\n>\n> — The captain', '', []],
  ['> We waited for three hours in the [rain](https://a.example/b) and nobody came.', '', []],
  ['They played “The Ballad of the Harbour at Night” at noon.', '', []],
  ['«Мы три часа ждали под дождём, и никто не вышел», — рассказал капитан.', 'lang: ru\n', []],
  ['По словам капитана, «Мы три часа ждали под дождём, и никто к нам не вышел».', 'lang: ru\n', []],
  [
    'Wir sagen: „Wir haben drei Stunden im Regen gewartet und niemand kam zu uns“',
    'lang: de\n',
    [],
  ],
])('%j', (text, fields, told) => {
  expect(styleOf(text, fields)).toEqual(told);
});

test('an article declines a rule, with a reason', () => {
  const text = 'Write to anna@mail.example.\n\n[a](http://a.example/)';
  const declined = 'declined: [{ rule: contact, reason: She wants it printed. }]\n';
  expect(styleOf(text, declined)).toEqual(['link-http 3:1 http://a.example/']);
  const unknown = declined.replace('contact', 'contakt');
  const missing = declined.replace(', reason: She wants it printed.', '');
  for (const fields of [unknown, missing]) expect(() => styleOf(text, fields)).toThrow();
});

test('lines that are printed as they stand are looked at too, at their place in the file', () => {
  const fields = `lang: ru
standfirst: Пишите на anna@mail.example
leadImage: { file: a.jpg, alt: Паром “Заря” у пирса, credit: А, caption: Паром “Заря” }
corrections:
  - { kind: correction, at: 2026-11-22T09:00:00+02:00, text: Верно “да” и никак иначе. }
`;
  expect(styleOf('Текст.', fields)).toEqual([
    'contact -5:23 anna@mail.example',
    'quotes -4:43 ”',
    'quotes -4:85 ”',
    'quotes -2:71 ”',
  ]);
  expect(
    styleOf('Text.', 'kicker: The «Dawn»\ndeclined: [{ rule: quotes, reason: A name. }]\n'),
  ).toEqual([]);
});

test('a link to the outlet’s own host is refused, and no style advised for it', () => {
  const body =
    '[a](http://own.example/ru/a.html?utm_source=b), http://own.example/ru/, [c](http://c.example/)';
  const facts = inspectBody(body);
  const lint = { lang: 'en', kind: undefined, declined: new Set<string>() };
  const codes = (origin?: string) => lintText(facts, body, lint, origin).map(({ code }) => code);
  expect(codes('https://own.example')).toEqual(['style-link-http']);
  expect(codes()).toHaveLength(5);
});

test('every rule is among those that the cases above name', () => {
  expect([...LINT_RULES].sort()).toEqual([
    'contact',
    'heading-order',
    'link-bare',
    'link-http',
    'link-tracker',
    'quote-source',
    'quotes',
  ]);
});

test('what is no prose is blanked in its place, whatever the text', () => {
  const pieces = fc.constantFrom(
    '`',
    '```\n',
    '[',
    '](',
    ')',
    '<',
    '>',
    'https://a',
    'a@b.c',
    '”',
    '\n',
    'text ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const { prose } = inspectBody(text);
      expect(prose.length).toBe(text.length);
      for (const [index, letter] of Array.from({ length: prose.length }, (_, at) =>
        prose.charAt(at),
      ).entries())
        expect([' ', text[index]]).toContain(letter);
      expect(pointAt(text, text.length).line).toBe(text.split('\n').length);
    }),
  );
});

test('takes trackers out of an address and nothing else', () => {
  expect(withoutTrackers('https://a.example/?UTM_Medium=x&a=1&fbclid=2&b#c?utm_a=1')).toBe(
    'https://a.example/?a=1&b#c?utm_a=1',
  );
  expect(withoutTrackers('https://a.example/b?gclid=1')).toBe('https://a.example/b');
  expect(withoutTrackers('/en/a.html?utm_source=x')).toBe('/en/a.html?utm_source=x');
});

test('cleans links in a text and no code', () => {
  const text =
    'A [b](https://a.example/?utm_id=1&c=2 "T"), <https://a.example/?fbclid=1>, `https://a.example/?utm_id=1`.\n';
  const cleaned = trackerRepairs(text)
    .reverse()
    .reduce(
      (now, { start, end, text: piece }) => now.slice(0, start) + piece + now.slice(end),
      text,
    );
  expect(cleaned).toBe(
    'A [b](https://a.example/?c=2 "T"), <https://a.example/>, `https://a.example/?utm_id=1`.\n',
  );
});

test('cleans links in a table, and leaves its cells as they were', () => {
  const table = (address: string): string => `| A | B |\n| - | - |\n| [a](${address}) | 5 |\n`;
  const text = table('https://a.example/?q=a\\|b&utm_source=tg');
  const [repair, ...more] = trackerRepairs(text);
  expect(more).toEqual([]);
  const { start = 0, end = 0, text: piece = '' } = repair ?? {};
  expect(text.slice(0, start) + piece + text.slice(end)).toBe(table('https://a.example/?q=a\\|b'));
});

test('only news owes a source to every quotation', () => {
  const quoted = '“We waited for three hours in the rain and nobody came to us.”';
  const of = (kind: string) =>
    parseArticle(
      `---\nid: 01JD8Z0Q5X4K2M7N9P3R6S8T0V\nlang: en\nkind: ${kind}\ntitle: The port city that kept its lights on\nsection: politics\nstatus: draft\n---\n\n${quoted}\n`,
      { path: 'articles/en/2026/11/22-a/index.md' },
    ).problems.map(({ code }) => code);
  expect([of('news'), of('feature')]).toEqual([['style-quote-source'], []]);
});

const mended = (text: string, lang: string): string =>
  quoteRepairs(text, lang).reduceRight(
    (changed, { start, end, text: put }) => changed.slice(0, start) + put + changed.slice(end),
    text,
  );

test.each([
  ['ru', 'Он сказал: “да”, и ушёл.', 'Он сказал: «да», и ушёл.'],
  ['ru', '«Газета “Окно” вышла».', '«Газета „Окно“ вышла».'],
  ['ru', '“Газета «Окно» вышла”.', '«Газета „Окно“ вышла».'],
  ['ru', 'Он сказал: „да”.', 'Он сказал: «да».'],
  ['en', 'She said «yes», and „no“.', 'She said “yes”, and “no”.'],
  ['en', 'She said “take «The Window»”.', 'She said “take ‘The Window’”.'],
  ['en', '«One»\n\n“Two”\n\n`«three»`', '“One”\n\n“Two”\n\n`«three»`'],
])('quotation marks of “%s”: %s', (lang, text, wanted) => {
  expect(mended(text, lang)).toBe(wanted);
});

test.each([
  ['ru', 'Он сказал: “да, и ушёл.'],
  ['ru', 'Он сказал “да” и "нет".'],
  ['ru', '“Он «сказал “да”» вчера”'],
  ['ru', 'Труба 5” в диаметре, “да”.'],
  ['ru', '«Газета „Окно“ вышла».'],
  ['en', 'Go « back » or «forth.'],
  ['en', 'She said « yes ».'],
  ['en', '`«code»` “yes”'],
  ['de', 'Er sagte «ja».'],
])('what can mean two things is left alone in “%s”: %s', (lang, text) => {
  expect(mended(text, lang)).toBe(text);
});

test('mended marks are printed in the language, pair up, and every other character stays', () => {
  const pieces = fc.constantFrom('«', '»', '“', '”', '„', '"', 'да', ' ', '\n\n', '`', ', ');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), fc.constantFrom('ru', 'en'), (parts, lang) => {
      const text = parts.join('');
      const once = mended(text, lang);
      const plain = (given: string) => given.replaceAll(/[«»“”„‘’]/g, '·');
      expect(plain(once)).toBe(plain(text));
      expect(mended(once, lang)).toBe(once);
    }),
  );
});
