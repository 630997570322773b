import { renderBody } from '@tamizdat/body';
import { scanHtml } from '@tamizdat/tree';
import { expect, test } from 'vitest';
import { plainTags } from './plain-tags.ts';

const render = (markdown: string): string =>
  renderBody(markdown, {
    lang: 'ru',
    words: { sources: 'Источники', backToText: 'К тексту', archived: 'копия' },
    sources: [],
    picture: () => null,
  });

/** Every attribute of a text, as a browser reads it. */
const attributesOf = (html: string): string[] => {
  const values: string[] = [];
  scanHtml(html, {
    openTag: ({ attributes }) => {
      for (const { value } of attributes.values()) values.push(value);
    },
  });
  return values;
};

test('HTML that a text quotes stands in no attribute as it is, and says the same', () => {
  const html = render(
    '```\n<a href="/">x</a> <img src="/x.jpg">\n```\n\n| <b>a</b> `<i>` | b |\n| - | - |\n| c | d |\n\n[a](https://x.example/ "1 < 2 > <b>")',
  );
  const plain = plainTags(html);
  expect(html).toMatch(/"[^"]*[<>][^"]*"/);
  expect(plain.match(/<[^<>]*>/g)?.length).toBe(
    html.match(/<\/?[a-z][^">]*(?:"[^"]*"[^">]*)*>/g)?.length,
  );
  expect(plain).not.toMatch(/"[^"<>]*[<>][^"<>]*"(?=[^<>]*>)/);
  expect(attributesOf(plain)).toEqual(attributesOf(html));
  expect(plainTags(plain)).toBe(plain);
});

test('other texts stay as they are', () => {
  const html = render('Текст с [ссылкой](https://example.org/ "К слову").');
  expect(plainTags(html)).toBe(html);
});
