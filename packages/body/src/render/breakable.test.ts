import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { breakable } from './breakable.ts';
import { cleanText } from './element.ts';

const linesOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'text'
        ? node.value
        : node.type === 'element' && node.tagName === 'wbr'
          ? '|'
          : '',
    )
    .join('');
const broken = (value: string): string => linesOf(breakable([{ type: 'text', value }]));

test.each([
  [
    'an address',
    'https://registry.example.org/companies/2026/file.pdf?lang=ru',
    'https://|registry.|example.|org/companies/|2026/file.|pdf?lang=ru',
  ],
  [
    'a checksum',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4',
    'e3b0c44298fc1c149afb|f4c8996fb92427ae41e4',
  ],
  [
    'an e-mail address',
    'see editors.of.the.window@newsroom.example',
    'see editors.|of.the.window@|newsroom.example',
  ],
])('%s can be broken', (_what, text, lines) => {
  expect(broken(text)).toBe(lines);
});

test.each([
  'Year',
  'a few short words, and a number 1 234 567',
  'https://a.example/b',
  'неприкосновенность',
])('%s stays whole', (text) => {
  expect(broken(text)).toBe(text);
});

test('only places are added, and in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(broken(text).replaceAll('|', '')).toBe(cleanText(text).replaceAll('|', ''));
      expect(broken(text).isWellFormed()).toBe(true);
    }),
  );
  const before = performance.now();
  broken('.'.repeat(200_000));
  broken('a'.repeat(200_000));
  expect(performance.now() - before).toBeLessThan(2_000);
});
