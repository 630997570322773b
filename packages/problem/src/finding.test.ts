import { expect, test } from 'vitest';
import { fieldName, placeFinding } from './finding.ts';

test.each([
  [['title'], 'title'],
  [['corrections', 0, 'text'], 'corrections[0].text'],
  [['a', 1, 2, 'b'], 'a[1][2].b'],
  [[], ''],
])('a field is named as it is written: %j', (path, name) => {
  expect(fieldName(path)).toBe(name);
});

test('a finding at its place is an error unless it says otherwise, and holds nothing that is not said', () => {
  const words = { message: 'Wrong.', remedy: 'Mend it.', ru: { message: '', remedy: '' } };
  const place = { line: 3, column: 7 };
  expect(placeFinding({ code: 'a', path: ['title'], ...words }, 'a.md', place)).toEqual({
    ...{ code: 'a', severity: 'error', file: 'a.md', field: 'title' },
    ...place,
    ...words,
  });
  const warning = { code: 'a', path: [], severity: 'warning' as const, why: 'So.', ...words };
  expect(placeFinding(warning, 'a.md', place)).toMatchObject({ severity: 'warning', why: 'So.' });
  expect(placeFinding(warning, 'a.md', place)).not.toHaveProperty('field');
});
