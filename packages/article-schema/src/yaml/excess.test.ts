import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../front-matter/split.ts';
import { LIVE_ENTRIES_MAX, YAML_TOKENS_MAX } from '../limits.ts';
import { findExcess } from './excess.ts';
import { readYaml } from './read-yaml.ts';

const FULL = YAML_TOKENS_MAX + 1;

test.each(['&a ', '!a ', '*a ', '{, ', '[', '- ', '? ', 'a: 1\n', '#\n', '\n'])(
  'refuses a text of nothing but %j without reading it',
  (sign) => {
    const text = `a: 1\ntitle: ${sign.repeat(FULL)}`;
    const { value, problems, locate, written } = readYaml(text, 'a.yaml', 2);
    expect(problems.map(({ code }) => code)).toEqual(['yaml-too-much']);
    expect([value, locate(['title']), written(['title'])]).toEqual([
      undefined,
      { line: 2, column: 1 },
      undefined,
    ]);
  },
);

test('says where it becomes too much', () => {
  const before = `a: |\n  Вода.\n  Лёд.\nb: [\n  `;
  const { problems } = readYaml(before + ','.repeat(FULL), 'a.yaml', 2);
  expect(problems).toMatchObject([{ line: 6, file: 'a.yaml' }]);
  const column = problems[0]?.column ?? 0;
  expect(column).toBeGreaterThan(YAML_TOKENS_MAX - 20);
  expect(column).toBeLessThan(FULL);
});

test('leaves room for the longest live blog', () => {
  const entry = (at: number) => `    - id: e-${at}
      at: 2026-10-14T10:00:00+03:00
      title: "Вода: у моста"
      keyEvent: true
      pinned: false
      body: |
${'        Слово за словом, строка за строкой.\n'.repeat(10)}`;
  const entries = Array.from({ length: LIVE_ENTRIES_MAX }, (_, at) => entry(at)).join('');
  expect(findExcess(`live:\n  entries:\n${entries}`)).toBeUndefined();
});

test('looks for paragraphs in no front matter that is too much', () => {
  const text = `---\na: 1\n\nWords, and more.\n\n${'#\n'.repeat(FULL)}`;
  expect(splitFrontMatter(text).missing?.code).toBe('front-matter-not-closed');
  expect(splitFrontMatter(text).missingLine).toBeUndefined();
});

test('counts every character of any text once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = findExcess(`${text.replaceAll('\0', '')}\n${'#\n'.repeat(FULL)}`);
      expect(found === undefined || found > text.replaceAll('\0', '').length).toBe(true);
    }),
  );
});
