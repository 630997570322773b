import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../../testing/told.ts';
import { parseYaml } from './parse-yaml.ts';
import { readYaml } from './read-yaml.ts';

const problemsOf = (text: string) => told(readYaml(text, 'a.yaml', 2).problems);

test('explains a field that stands twice, and still gives the values', () => {
  const source = readYaml('kind: news\nkind: opinion', 'a.yaml');
  expect(told(source.problems)).toMatchInlineSnapshot(`
    "2:1 yaml-duplicate-key
    The field “kind” stands here twice: also on the line above.
    do: Keep one of the two lines."
  `);
  expect(source.value).toEqual({ kind: 'opinion' });
});

test('takes a great many fields in its stride', () => {
  const fields = Array.from({ length: 10_000 }, (_, index) => `f${String(index)}: 1`);
  expect(readYaml([...fields, 'f7: 2'].join('\n'), 'a.yaml').problems).toMatchObject([
    { code: 'yaml-duplicate-key', line: 10_001 },
  ]);
});

test('refuses anchors, aliases and tags', () => {
  expect(problemsOf('a: &x 1\nb: *x')).toMatchInlineSnapshot(`
    "2:4 yaml-sign-at-start
    The value begins with “&”, which means something else in YAML.
    do: Put the whole value in quotation marks.
    example: a: "&x 1"

    3:4 yaml-sign-at-start
    The value begins with “*”, which means something else in YAML.
    do: Put the whole value in quotation marks.
    example: b: "*x""
  `);
  expect(problemsOf('a: !!js/function x')).toMatchInlineSnapshot(`
    "2:4 yaml-sign-at-start
    The value begins with “!”, which means something else in YAML.
    do: Put the whole value in quotation marks.
    example: a: "!!js/function x""
  `);
});

test('refuses a bomb without expanding it', () => {
  const bomb = [
    'a: &a [x]',
    ...Array.from('bcdefghi').map((key, index) => {
      const before = 'abcdefgh'[index] ?? '';
      return `${key}: &${key} [${`*${before},`.repeat(9)}]`;
    }),
  ].join('\n');
  const { value, problems } = readYaml(bomb, 'a.yaml');
  expect(value).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
});

describe('lines that end a YAML document', () => {
  test('are told, and what stands below them is read all the same', () => {
    const source = readYaml('a: 1\n---\nb: 2\n... # over\nc: 3\n', 'a.yaml', 2);
    expect(told(source.problems)).toMatchInlineSnapshot(`
      "3:1 yaml-document-marker
      A line “---” stands here: to YAML the fields end with it.
      why: Whatever stands below it would be left out without a word.
      do: Remove the line. An empty line may part fields from each other.

      5:1 yaml-document-marker
      A line “...” stands here: to YAML the fields end with it.
      why: Whatever stands below it would be left out without a word.
      do: Remove the line. Where front matter ends, write “---”."
    `);
    expect(source.value).toEqual({ a: 1, b: 2, c: 3 });
    expect(source.locate(['c'])).toEqual({ line: 6, column: 4, length: 1 });
  });
  test.each(['a: 1\n---', 'a: 1\n...\n', '...\na: 1', '---\na: 1\n---', '# x\n---\n---\na: 1'])(
    'are found wherever they stand: %j',
    (text) => {
      const { problems, value } = readYaml(text, 'a.yaml');
      expect(problems.map(({ code }) => code)).toEqual(['yaml-document-marker']);
      expect(value).toEqual({ a: 1 });
    },
  );
  test('are not what only looks like one, nor the first line of all', () => {
    expect(problemsOf('# Ours\n\n---\na: ---\nb: |\n  ---\n  ...\n----: 1\n')).toBe('');
    expect(problemsOf('--- # Ours\na: 1\n')).toBe('');
  });
  test('are an error of the parser too', () => {
    const { errors } = parseYaml('a: 1\n---\nb: 2');
    expect(errors.map(({ code }) => code)).toEqual(['MULTIPLE_DOCS']);
  });
  test('never drop a field, wherever they stand', () => {
    const line = fc.constantFrom(
      '---',
      '...',
      '--- x',
      '...\t',
      '',
      '# x',
      '  ',
      'KEY',
      'KEY',
      'KEY',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.map((each, index) => each.replace('KEY', `k${String(index)}: 1`));
        const { value, problems } = readYaml(text.join('\n'), 'a.yaml');
        const keys = text.filter((each) => each.startsWith('k')).length;
        if (problems.every(({ code }) => code === 'yaml-document-marker'))
          expect(Object.keys(value ?? {})).toHaveLength(keys);
      }),
    );
  });
});

test('keeps dates as text', () => {
  expect(readYaml('at: 2026-11-22T09:30:00+02:00\non: 2026-11-22', 'a.yaml').value).toEqual({
    at: '2026-11-22T09:30:00+02:00',
    on: '2026-11-22',
  });
});

test('finds values, keys and what is missing', () => {
  const { locate } = readYaml('a: 1\nlist:\n  - name: x\n    n: 2\nflow: [p, q]\n', 'a.yaml', 2);
  expect(locate(['a'])).toEqual({ line: 2, column: 4, length: 1 });
  expect(locate(['a'], 'key')).toEqual({ line: 2, column: 1, length: 1 });
  expect(locate(['list', 0, 'name'])).toEqual({ line: 4, column: 11, length: 1 });
  expect(locate(['flow', 1])).toEqual({ line: 6, column: 11, length: 1 });
  expect(locate(['list', 0, 'missing'], 'key')).toMatchObject({ line: 4 });
  expect(locate(['missing'])).toEqual({ line: 2, column: 1 });
});

test('never throws', () => {
  const piece = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&',
    '*',
    '|',
    '>',
    '#',
    '!',
    '\t',
    '?',
    '%',
    '---',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = readYaml(pieces.join(''), 'a.yaml');
      for (const { line, column } of source.problems)
        expect(Math.min(line, column)).toBeGreaterThan(0);
      source.locate(['a', 'a']);
    }),
  );
  expect(readYaml('['.repeat(100_000), 'a.yaml').problems.length).toBeGreaterThan(0);
  expect(readYaml('- '.repeat(20_000), 'a.yaml').problems.length).toBeGreaterThan(0);
});
