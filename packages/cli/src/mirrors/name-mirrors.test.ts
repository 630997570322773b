import { expect, test } from 'vitest';
import { nameMirrors } from './name-mirrors.ts';

test('a mirror is named once, with how many of its names are meant', () => {
  const names = ['harbour', 'quay', 'harbour', 'harbour'].map((name) => ({ name }));
  expect(nameMirrors(names)).toEqual(['harbour (3 names)', 'quay']);
  expect(nameMirrors([])).toEqual([]);
});
