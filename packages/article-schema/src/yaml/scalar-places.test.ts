import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from './read-yaml.ts';

/** The line and column in YAML of a word in the value of `note`. */
function placeOf(yaml: string, word: string): string {
  const note = readYaml(yaml, 'a.yaml', 2).stringAt(['note']);
  const span = note?.spanOf(note.value.indexOf(word));
  return `${String(span?.line)}:${String(span?.column)}`;
}

test.each([
  ['plain', 'note: one two', '2:11'],
  ['plain over lines', 'note: one\n  more\n\n  and  two', '5:8'],
  ['single quotes', "note: 'it''s one''s two'", '2:21'],
  ['double quotes', 'note: "one two"', '2:12'],
  ['escapes', String.raw`note: "\"a\" \u0436\U0001F600\n\t\\ \xe9 two"`, '2:42'],
  ['escaped line ends', 'note: "one\\\n  \\ two"', '3:5'],
  ['literal', 'note: | # why\n\n  one\n    two', '5:5'],
  ['literal with an indentation of its own', 'note: |2-\n     one\n  two\n\n', '4:3'],
  ['folded', 'note: >\n  one\n  more\n\n  and two\n', '6:7'],
  ['folded without a last line end', 'note: >-\n  жизнь two', '3:9'],
])('%s', (_, yaml, place) => {
  expect(placeOf(yaml, 'two')).toBe(place);
});

test('where value and source disagree, the value’s start is all that is known', () => {
  const yaml = String.raw`note: "\UFFFFFFFF two"`;
  expect(placeOf(yaml, 'two')).toBe('2:7');
});

test('what is no text has no places', () => {
  const { stringAt } = readYaml('note: 7\nlist: [a]', 'a.yaml');
  expect([['note'], ['list'], ['gone'], []].map((path) => stringAt(path))).toEqual(
    Array(4).fill(undefined),
  );
});

test('a character that is not white space is found at itself, however it is written', () => {
  const style = fc.constantFrom('BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_SINGLE', 'PLAIN');
  const character = fc.constantFrom(...'ab#ж😀:-\'"\\ \n|>'.split(/(?:)/u));
  const text = fc.string({ unit: character, minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(text, style, (written, defaultStringType) => {
      const yaml = stringify({ note: written }, { defaultStringType, lineWidth: 20 });
      const note = readYaml(yaml, 'a.yaml').stringAt(['note']);
      const value = note?.value ?? '';
      const lines = yaml.split('\n');
      const escaped = /^\S+:\s+"/.test(yaml);
      for (const [index, unit] of value.split('').entries()) {
        if (!/\S/.test(unit)) continue;
        const { line = 0, column = 0 } = note?.spanOf(index) ?? {};
        const found = lines[line - 1]?.[column - 1];
        expect(escaped && found === '\\' ? unit : found).toBe(unit);
      }
    }),
  );
});
