import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtmlTokens } from './html-tokens.ts';

test('flat tokens with offsets and decoded values', () => {
  expect(parseHtmlTokens('<A hreF="x&amp;&#x6A;" b>t&lt;</a ><!-- c --><!doctype x><br/>')).toEqual(
    [
      {
        kind: 'open',
        name: 'a',
        attributes: [
          { name: 'href', value: 'x&j', offset: 3 },
          { name: 'b', value: '', offset: 23 },
        ],
        offset: 0,
      },
      { kind: 'text', value: 't<', offset: 25 },
      { kind: 'close', name: 'a', offset: 30 },
      { kind: 'comment', offset: 35 },
      { kind: 'declaration', offset: 45 },
      { kind: 'open', name: 'br', attributes: [], offset: 57 },
    ],
  );
});

test('a tag that breaks off', () => {
  expect(parseHtmlTokens('<script/')).toEqual([
    { kind: 'text', value: '/', offset: 0 },
    { kind: 'open', name: 'script', attributes: [], offset: 0 },
  ]);
});

test('never throws, and offsets stay inside', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '/',
          '!',
          '-',
          '"',
          "'",
          '=',
          '&',
          '#',
          'a',
          'script',
          ' ',
          '?',
          '[',
          'CDATA',
          ';',
        ),
      }),
      (html) => {
        for (const { offset } of parseHtmlTokens(html)) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(html.length);
        }
      },
    ),
  );
});
