import { MARKDOWN_MAX_LENGTH, STRUCTURE_MARKS_MAX } from '@tamizdat/body';
import { expect, test } from 'vitest';
import { ARTICLE_FILE_MAX_BYTES, FRONT_MATTER_MAX_LENGTH, LIVE_ENTRIES_MAX } from '../limits.ts';
import { SAME_PROBLEMS_MAX } from '@tamizdat/problem';
import { parseArticle } from './article.ts';
import { ARTICLE, CONTEXT } from '../../testing/sample.ts';

/**
 * What can be written into one file by somebody who wants a check to take long. Each takes a second or two at most; a
 * test that runs into its limit has found what grows with the square of the text.
 */
const TIMEOUT = 60_000;

/** Signs of Markdown and YAML, letters, addresses: alone, and such as begin something that does not end. */
const SIGNS = [
  ...['[', '![', '[]', '[a](', '[a](<', '[^a]', '[[a]]', '](', '(', '`', '```\n', '~', '<', '<a '],
  ...['<!--', '<a href="', '*', '*_', '_a_ ', '|', '|-', '&', '&#8238;', '\\', ' ', ' \n', '\t'],
  ...['\n', 'a  \n', '# a\n\n', '===\n', '- a\n', '> a\n', '"', '«', '.', ':', '/', '@', 'a', 'я '],
  ...['https://a.example/ ', 'https://a.example/[ ', 'www.a.co ', 'a@b.co ', '+7 999 123-45-67 '],
  ...[
    '{',
    '{a: ',
    '- ',
    '? ',
    ': ',
    'a: b\n',
    '#',
    ' #',
    '%',
    '!a ',
    '&a ',
    '*a ',
    "'",
    '0',
    '\u0301',
  ],
  ...['\u0001\n', '\u202E', '\u200B', '\uD800'],
];

const upTo = (sign: string, length: number): string => sign.repeat(length / sign.length);

/** As many as a text may have. */
function inText(sign: string): string {
  const marks = sign.replaceAll(/[^[<|]/g, '').length;
  const most = marks === 0 ? Infinity : Math.floor(STRUCTURE_MARKS_MAX / marks) - 1;
  return sign.repeat(Math.min(most, (MARKDOWN_MAX_LENGTH - 100) / sign.length));
}

const withText = (text: string): string =>
  ARTICLE.replace('Three winters without the grid.', () => text);
const withFields = (fields: string): string =>
  ARTICLE.replace('title: The port city that kept its lights on\n', () => `${fields}\n`);

function expectBounded(text: string): void {
  const { problems } = parseArticle(text, CONTEXT);
  for (const same of Map.groupBy(problems, ({ code }) => code).values())
    expect(same.length).toBeLessThanOrEqual(SAME_PROBLEMS_MAX);
}

test.each(SIGNS)('a text of nothing but %j behind an address', { timeout: TIMEOUT }, (sign) => {
  expectBounded(withText(`https://a.example/${inText(sign)}`));
});

test.each(SIGNS)(
  'front matter of nothing but %j, in lines and as a value',
  { timeout: TIMEOUT },
  (sign) => {
    const much = FRONT_MATTER_MAX_LENGTH - 1_000;
    expectBounded(withFields(upTo(`x${sign}\n`, much / 3)));
    expectBounded(withFields(`title: a${upTo(sign, much)}`));
  },
);

test.each([
  ['deeper and deeper', Array.from({ length: 1_300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['a field again and again', `b: |\n${'  a\n'.repeat(200_000)}${'b: c\n'.repeat(14_000)}`],
  ['a list of thousands', `tags:\n${'  - a\n'.repeat(20_000)}`],
  ['a live blog as long as one may be', liveBlog('https://a.example/[ ')],
])('front matter: %s', { timeout: TIMEOUT }, (_, fields) => {
  expectBounded(withFields(fields));
});

function liveBlog(text: string): string {
  const entry = (at: number): string =>
    `    - id: e-${at}\n      at: 2026-11-22T09:30:00+02:00\n      title: Water ${at}\n      body: |\n        ${upTo(text, 850)}\n`;
  return `live:\n  entries:\n${Array.from({ length: LIVE_ENTRIES_MAX }, (_, at) => entry(at)).join('')}`;
}

test('a file of as many lines as it may have bytes', { timeout: TIMEOUT }, () => {
  expectBounded(withText(upTo('\u0001\n', ARTICLE_FILE_MAX_BYTES - 2_000)));
  expectBounded(upTo('\u0001\n', ARTICLE_FILE_MAX_BYTES));
});
