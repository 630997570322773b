import { inspectBody } from '@tamizdat/body';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendText } from './mend-text.ts';

const TEXT = `---
# Times
publishedAt:  2026-11-22 09:30   # in the morning
updatedAt: "2026-07-22T10:30:00"
embargoUntil: '2026-11-22T10:30'
corrections: [{ at: 2026-11-23T01:00, text: 'it''s 2026-11-22 09:30' }]
standfirst: 2026-11-22 09:30
kicker: >-
  2026-11-22 09:30
---

At 2026-11-22 09:30.
`;

test('times get the outlet’s zone, in every kind of quotes, and nothing else changes', () => {
  const { text, what } = mendText(TEXT.replaceAll('\n', '\r\n'), 'Europe/Vilnius');
  expect(text.replaceAll('\r\n', '\n')).toBe(
    TEXT.replace('09:30  ', '09:30+02:00  ')
      .replace('10:30:00"', '10:30:00+03:00"')
      .replace("10:30'", "10:30+02:00'")
      .replace('01:00,', '01:00+02:00,'),
  );
  expect(text.match(/\r\n/g)).toHaveLength(TEXT.split('\n').length - 1);
  expect(what).toEqual(['times got the outlet’s zone: 4']);
});

test('a time with two answers, and YAML that is broken, stay as they are', () => {
  const twice = '---\npublishedAt: 2026-10-25T03:30\n---\n';
  const broken = '---\npublishedAt: 2026-11-22T03:30\ntitle: "open\n---\n';
  for (const text of [twice, broken]) {
    expect(mendText(text, 'Europe/Vilnius')).toEqual({ text, what: [] });
  }
});

test('links lose their tracking, and keep everything else', () => {
  const link = (query: string) =>
    `---\r\ntitle: a\r\n---\r\n\r\n[Да](https://a.example/${query} "T").\r\n`;
  const { text, what } = mendText(link('?a=1&utm_source=x&fbclid=y#z'), 'UTC');
  expect([text, what]).toEqual([link('?a=1#z'), ['links lost their tracking: 1']]);
});

test('letters in pieces become whole', () => {
  const { text, what } = mendText('---\ntitle: Чей\n---\n\nЕщё'.normalize('NFD'), 'UTC');
  expect([text, what.length]).toEqual(['---\ntitle: Чей\n---\n\nЕщё', 1]);
});

test('an address and code keep the letters that they were written with', () => {
  const pieces = 'й'.normalize('NFD');
  const text = `---\nsource: https://a.example/${pieces}\n---\n\nДом [мой](https://a.example/${pieces}) \`${pieces}\``;
  expect(mendText(text, 'UTC')).toEqual({ text, what: [] });
  expect(mendText(`${text} ${pieces}`, 'UTC').text).toBe(`${text} й`);
});

test('whatever a file holds, only its form changes, and a second time nothing does', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', TEXT, '---\nat: '),
      (noise, head) => {
        const { text } = mendText(head + noise, 'Europe/Vilnius');
        expect(mendText(text, 'Europe/Vilnius')).toEqual({ text, what: [] });
        expect(text.replaceAll(/\+0[23]:00/g, '')).toBe(
          (head + noise).normalize('NFC').replaceAll(/\+0[23]:00/g, ''),
        );
      },
    ),
  );
});

test('quotation marks become the language’s own, unless the article declines that', () => {
  const article = (fields: string) => `---\nlang: ru\n${fields}---\n\nОн сказал: “да”.\n`;
  const { text, what } = mendText(article(''), 'UTC');
  expect(text).toBe(article('').replace('“да”', '«да»'));
  expect(what).toEqual(['quotation marks are the language’s own: 2']);
  const kept = article('declined: [{ rule: quotes, reason: The marks are the news. }]\n');
  expect(mendText(kept, 'UTC')).toEqual({ text: kept, what: [] });
  expect(mendText(article('declined: 7\n').replace('lang: ru', 'lang: [ru'), 'UTC').what).toEqual(
    [],
  );
});

test('a link and marks around it are mended together', () => {
  const article = `---\nlang: en\n---\n\nShe «said [this](https://a.example/?utm_source=x&b=1)» here.\n`;
  const { text } = mendText(article, 'UTC');
  expect(text).toContain('She “said [this](https://a.example/?b=1)” here.');
});

const repaired = (body: string, lang = 'ru') => {
  const head = `---\nlang: ${lang}\n---\n`;
  return mendText(head + body, 'UTC').text.slice(head.length);
};

test.each([
  [
    'an escaped address before a plain one',
    '[a](http://x.example/?utm_source=a\\&utm_medium=b) and [b](http://x.example/?utm_source=a&utm_medium=b) end',
    '[a](http://x.example/) and [b](http://x.example/) end',
  ],
  [
    'words that are the address',
    '[http://x.example/?utm_source=a](http://x.example/?utm_source=a)',
    '[http://x.example/](http://x.example/)',
  ],
  [
    'words that are another address',
    '[http://y.example/?utm_source=a](http://x.example/?utm_source=a "http://x.example/?utm_source=a")',
    '[http://y.example/?utm_source=a](http://x.example/ "http://x.example/?utm_source=a")',
  ],
  ['an entity', '[a](http://x.example/?a=1&amp;utm_source=b)', '[a](http://x.example/?a=1)'],
  ['angle brackets', '[a](<http://x.example/a b?utm_id=b>)', '[a](<http://x.example/a b>)'],
  ['an autolink', '<https://x.example/?fbclid=a>', '<https://x.example/>'],
  ['a bare address', '«https://x.example/?fbclid=a», да', '«https://x.example/», да'],
  [
    'a definition',
    '[a][b]\n\n[b]: https://x.example/?gclid=a "T"',
    '[a][b]\n\n[b]: https://x.example/ "T"',
  ],
  ['brackets in it', '[a](http://x.example/a_(b)?utm_id=a)', '[a](http://x.example/a_(b))'],
  [
    'a picture in it',
    '[![кран](a.jpg)](http://x.example/?utm_id=a)',
    '[![кран](a.jpg)](http://x.example/)',
  ],
  ['code', '`[a](http://x.example/?utm_id=a)`', '`[a](http://x.example/?utm_id=a)`'],
  ['code that quotes marks', '«Да, `“код”`» и ``“a`b”``', '«Да, `“код”`» и ``“a`b”``'],
  [
    'a quotation of several paragraphs',
    '“Да.\n\n“Нет”, — сказал он.',
    '“Да.\n\n“Нет”, — сказал он.',
  ],
  [
    'another one in it',
    '“Да.\n\nЭто “так”.\n\nНет”, — сказал он.',
    '“Да.\n\nЭто “так”.\n\nНет”, — сказал он.',
  ],
  ['one behind it', '“Да.\n\n“Нет”.\n\nОн “за”.', '“Да.\n\n“Нет”.\n\nОн «за».'],
  [
    'words of another language',
    'Да “так” и <i lang="en">“Yes”</i>',
    'Да «так» и <i lang="en">“Yes”</i>',
  ],
])('in a text, %s', (_what, written, mended) => {
  expect(repaired(written)).toBe(mended);
  expect(repaired(mended)).toBe(mended);
});

test('nothing outside a repaired place changes, whatever the text', () => {
  // A parameter ends where its piece does, so that what is taken away can be told from what stands behind it.
  const pieces = fc.constantFrom(
    ' [a](http://x.example/?',
    'utm_source=a&',
    'utm_source=a\\&',
    'utm_source=a&amp;',
    'utm_source=a)',
    'b=1',
    ')',
    ' `',
    '```\n',
    ...'“”«»[]|"'.split(''),
    '\n',
    '\n\n',
    ' https://y.example/?fbclid=1 ',
    '\n\n[c]: http://z.example/?gclid=2\n\n',
    ' <https://v.example/?gclid=2> ',
    '<i lang="en">',
    '</i>',
    '- ',
    'слово',
  );
  // What repairs may take away or put in another's place; all the rest must stand where it stood.
  const rest = (text: string) =>
    text.replaceAll(/(?:utm_source=a|fbclid=1|gclid=2)|\\?&(?:amp;)?|[?“”«»„\\]/g, '');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const written = parts.join('');
      const mended = repaired(written);
      expect(rest(mended)).toBe(rest(written));
      const before = inspectBody(written);
      const after = inspectBody(mended);
      expect(after.links.map(({ text }) => rest(text))).toEqual(
        before.links.map(({ text }) => rest(text)),
      );
      expect(after.html).toHaveLength(before.html.length);
    }),
    { numRuns: 400 },
  );
});
