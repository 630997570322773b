import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../parse/told.ts';
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
  const fields = Array.from({ length: 60_000 }, (_, index) => `f${String(index)}: 1`);
  expect(readYaml([...fields, 'f7: 2'].join('\n'), 'a.yaml').problems).toMatchObject([
    { code: 'yaml-duplicate-key', line: 60_001 },
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
  expect(locate(['list', 0, 'missing'])).toMatchObject({ line: 3 });
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
