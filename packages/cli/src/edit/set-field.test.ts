import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceIn } from './replacement.ts';
import { setField } from './set-field.ts';
import { openYaml } from './yaml-document.ts';

const LINES = [
  'status:  "draft"   # not yet',
  "title: 'it''s'",
  'status:',
  'status: |- # over lines\n  one\n\n  two',
  'a: [1, 2]  # b',
  'b: |-\n  two\n\n  lines',
];

const yamls = fc.record({
  lines: fc.uniqueArray(fc.constantFrom(...LINES), {
    minLength: 1,
    selector: (line) => line.split(':')[0],
  }),
  gap: fc.constantFrom('\n', '\n\n', '\n# A comment\n'),
  newline: fc.constantFrom('\n', '\r\n'),
});
const values = fc.oneof(
  fc.constantFrom('ready', '2026-11-22T09:30:00+02:00', 'Two\n\nlines: 1'),
  fc.string(),
);

test('gives a field its value and changes nothing else, whatever stands around it', () => {
  fc.assert(
    fc.property(yamls, values, ({ lines, gap, newline }, value) => {
      const yaml = `${lines.join(gap)}\n`.replaceAll('\n', newline);
      const change = setField(yaml, { name: 'status', value, below: 'title', newline });
      expect(change).toBeDefined();
      if (change === undefined) return;
      const wanted = openYaml(yaml).toJS() as Record<string, unknown>;
      expect(yaml.slice(change.start, change.end)).toMatch(/^(?:|"draft"|\|-[^]*two\r?\n)$/);
      expect(openYaml(replaceIn(yaml, [change])).toJS()).toEqual({ ...wanted, status: value });
    }),
  );
});

test('leaves alone what it cannot set', () => {
  const change = { name: 'status', value: 'ready', newline: '\n' };
  expect(setField('{ status: draft }\n', change)).toBeUndefined();
  expect(setField('status: [draft]\n', change)).toBeUndefined();
});

test('puts a new field below another', () => {
  const yaml = 'id: A\nlang: ru\n';
  const change = setField(yaml, { name: 'translationKey', value: 'b', below: 'id', newline: '\n' });
  expect(replaceIn(yaml, change === undefined ? [] : [change])).toBe(
    'id: A\ntranslationKey: b\nlang: ru\n',
  );
});
