import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildExcerpt } from './build-excerpt.ts';

test('points at a place of a short line', () => {
  expect(buildExcerpt('kind: newz', 7, 4)).toEqual({ text: 'kind: newz', indent: 6, length: 4 });
});

test('cuts a long line around the place', () => {
  const { text, indent, length } = buildExcerpt(`${'a'.repeat(300)}HERE${'b'.repeat(300)}`, 301, 4);
  expect(text.slice(indent, indent + length)).toBe('HERE');
  expect(text.startsWith('…') && text.endsWith('…')).toBe(true);
  expect(text.length).toBeLessThanOrEqual(102);
});

test('spells out what cannot be seen, and stays under it', () => {
  const { text, indent } = buildExcerpt('a\u202Eb\tc', 3);
  expect(text).toBe('a\\u{202E}b c');
  expect(text.charAt(indent)).toBe('b');
  const filled = buildExcerpt('a\u3164\u034Fb', 4);
  expect(filled.text).toBe('a\\u{3164}\\u{34F}b');
  expect(filled.text.charAt(filled.indent)).toBe('b');
});

test('gives no control character to a terminal, whatever the line and place', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.nat({ max: 300 }),
      fc.nat({ max: 300 }),
      (line, column, length) => {
        const { text, indent } = buildExcerpt(line, column + 1, length);
        expect(text).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
        expect(indent).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('covers names and passwords in addresses, in their place', () => {
  const line = 'repository: https://anna:hunter2@git.example/a.git';
  const shown = buildExcerpt(line, 13, 5);
  expect(shown).toEqual({
    text: 'repository: https://************@git.example/a.git',
    indent: 12,
    length: 5,
  });
});

test('covers them where the line is cut inside them, too', () => {
  const line = `${'a '.repeat(3_000)}https://anna:${'s'.repeat(600)}@git.example/ ${'b '.repeat(3_000)}`;
  for (let column = 5_900; column < 6_700; column += 7)
    expect(buildExcerpt(line, column).text).not.toMatch(/sss|anna/);
  const end = `see https://git.example`;
  expect(buildExcerpt(end, 5).text).toBe(end);
  expect(buildExcerpt('anna@git.example', 1).text).toBe('anna@git.example');
});

test('a thousand places of one long line take no time', () => {
  const line = 'https://a.example '.repeat(16_000);
  const { user } = process.cpuUsage();
  for (let column = 1; column < 1_000; column += 1) buildExcerpt(line, column * 18);
  expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
});
