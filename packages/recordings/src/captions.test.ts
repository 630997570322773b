import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCaptions } from './captions.ts';
import { CAPTIONS_MAX_BYTES } from './limits.ts';

const file = (...blocks: string[]): string => ['WEBVTT', ...blocks].join('\n\n');
const cue = (text: string): string => `00:01.000 --> 00:04.000\n${text}`;

test('captions with names, settings, numbers and any line ends are taken', () => {
  const text = file(
    '1\n00:01.000 --> 01:00:04.000 line:80% align:start\n<v Ann>It <i>rises</i>.',
    cue('— So?\n5 > 4'),
  );
  expect(checkCaptions(text)).toEqual([]);
  expect(checkCaptions(`\ufeff${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual([]);
});

describe('what is refused', () => {
  test.each([
    ['no header', cue('Word')],
    ['words in the header', 'WEBVTT by Ann'],
    ['a comment', file('NOTE made by Ann')],
    ['a style', file('STYLE\n::cue { background: url(https://a.test/) }')],
    ['a region', file('REGION\nid:a')],
    ['a script', file(cue('<script>x()</script>'))],
    ['an image', file(cue('<img src=x onerror=x()>'))],
    ['a class', file(cue('<c.red>Word</c>'))],
    ['a cue without times', file('Word')],
    ['a cue that ends before it begins', file('00:04.000 --> 00:01.000\nWord')],
    ['an arrow in the text', file(cue('a --> b'))],
    ['too much', file(cue('a'.repeat(CAPTIONS_MAX_BYTES)))],
  ])('%s', (_, text) => {
    expect(checkCaptions(text)).toHaveLength(1);
  });

  test('with the line', () => {
    expect(checkCaptions(file(cue('One'), cue('Two\n<b class=x>three')))).toMatchInlineSnapshot(`
      [
        {
          "line": 8,
          "message": {
            "en": "Only <b>, <i>, <u> and <v Name> may stand in a caption.",
            "ru": "В субтитре могут стоять только <b>, <i>, <u> и <v Name>.",
          },
        },
      ]
    `);
  });
});

test('any text comes to an end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<v ', '>', '-->', '00:01.000', ' ', '\n', 'NOTE', 'a') }),
      (text) => {
        expect(checkCaptions(`WEBVTT\n\n${text}`).every(({ line }) => line > 0)).toBe(true);
      },
    ),
  );
});
