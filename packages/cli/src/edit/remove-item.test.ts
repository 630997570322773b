import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeItem } from './remove-item.ts';
import { replaceIn } from './replacement.ts';
import { openYaml } from './yaml-document.ts';

const remove = (yaml: string, index: number) => {
  const removal = removeItem(yaml, 'list', index);
  return removal === undefined
    ? undefined
    : { ...removal, after: replaceIn(yaml, removal.replacements) };
};

/** One item in each form that a writer may give it, `indent` spaces in. */
const ITEMS: ((number: number, indent: string) => string)[] = [
  (number, indent) => `${indent}- id: a${number} # first\n${indent}  text: 'it''s - a: b'\n`,
  (number, indent) => `${indent}- { id: a${number}, list: [1, 2] } # why\n`,
  (number, indent) => `${indent}-   id: a${number}\n${indent}    text: |-\n${indent}      - x\n`,
  (number, indent) => `${indent}-\n${indent}  id: a${number}\n`,
  (number, indent) => `${indent}- a${number}\n`,
];
const GAPS = ['', '\n', '  # of the next one\n', '\n# far out\n\n'];
const AROUND = ['# A comment\n', 'k: [v] # c\n', ''];

const cases = fc.record({
  items: fc.array(fc.record({ form: fc.constantFrom(...ITEMS), gap: fc.constantFrom(...GAPS) }), {
    minLength: 1,
    maxLength: 4,
  }),
  indent: fc.constantFrom('', '  ', '    '),
  before: fc.constantFrom(...AROUND),
  behind: fc.constantFrom('', 'z: 1\n', '# the end\n'),
  newline: fc.constantFrom('\n', '\r\n'),
  at: fc.nat({ max: 3 }),
});

test('takes an item out of a list, and its lines alone, whatever stands around it', () => {
  fc.assert(
    fc.property(cases, ({ items, indent, before, behind, newline, at }) => {
      const index = at % items.length;
      const rows = items.map(({ form, gap }, number) => gap + form(number, indent));
      const yaml = `${before}list: # of things\n${rows.join('')}${behind}`.replaceAll(
        '\n',
        newline,
      );
      const removed = remove(yaml, index);
      expect(removed).toBeDefined();
      const wanted = openYaml(yaml).toJS() as { list: unknown[] };
      wanted.list.splice(index, 1);
      expect(openYaml(removed?.after ?? '').toJS()).toEqual(wanted);
      const form = items[index]?.form(index, indent).replaceAll('\n', newline) ?? '';
      const left = yaml.replace(form, '');
      expect(removed?.after).toBe(items.length === 1 ? left.replace('list:', 'list: []') : left);
      const [first, last] = removed?.lines ?? [0, 0];
      expect(
        yaml
          .split('\n')
          .slice(first - 1, last)
          .join('\n') + '\n',
      ).toBe(form);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['list: [{ id: a }, { id: b }, c] # d\n', 0, 'list: [{ id: b }, c] # d\n'],
  ['list: [{ id: a }, { id: b }, c] # d\n', 2, 'list: [{ id: a }, { id: b }] # d\n'],
  ['list: [ a ]\n', 0, 'list: [  ]\n'],
  ['list:\n  - a\n  - b', 1, 'list:\n  - a\n'],
])('%j without item %i', (yaml, index, after) => {
  expect(remove(yaml, index)?.after).toBe(after);
});

test('tells of a comment above it, and is told apart from what it cannot shorten', () => {
  expect(remove('list:\n  # Anna\n  - a\n  - b\n', 0)?.isExplained).toBe(true);
  expect(remove('list:\n  # Anna\n  - a\n  - b\n', 1)?.isExplained).toBe(false);
  expect(remove('list:\n  - a\n', 1)).toBeUndefined();
  expect(remove('list: a\n', 0)).toBeUndefined();
  expect(remove('- a\n', 0)).toBeUndefined();
});
