import { expect, test } from 'vitest';
import { findCollision } from './find-collision.ts';
import { isStrictPath } from './strict-path.ts';

test.each([
  'index.html',
  'ru/2026/11/22/анализы-воды.html',
  '_headers',
  '.nojekyll',
  'media/0a1b.avif',
  'a b/c',
  'console.txt',
  'released/x',
  'x/release/y',
  'Ёж.html',
  'x'.repeat(200),
])('%s may stand in a tree', (path) => {
  expect(isStrictPath(path)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a root', '/index.html'],
  ['an empty segment', 'a//b'],
  ['a folder', 'a/'],
  ['this folder', './a'],
  ['the folder above', 'a/../b'],
  ['a backslash', 'a\\..\\b'],
  ['a drive', 'c:/x'],
  ['a query', 'a?b'],
  ['a fragment', 'a#b'],
  ['a percent sign', 'a%2e'],
  ['a zero byte', 'a\0'],
  ['a line break', 'a\nb'],
  ['a direction override', 'a\u202eb'],
  ['a joiner of width zero', 'a\u200db'],
  ['a line separator', 'a\u2028b'],
  ['a lone surrogate', 'a\ud800'],
  ['a character above U+FFFF', 'a😀'],
  ['letters not composed', 'е\u0308ж'.normalize('NFD')],
  ['a device', 'a/con'],
  ['a device with an ending', 'Aux.html'],
  ['a numbered device', 'lpt0'],
  ['a space in front', ' a'],
  ['a space behind', 'a /b'],
  ['a dot behind', 'a./b'],
  ['the folder that describes the tree', 'release/x'],
  ['that folder in capitals', 'Release/x'],
  ['a path too long', 'x/'.repeat(100) + 'y'],
  ['a name too long', 'я'.repeat(121)],
])('%s is refused (SPEC, section 2)', (_, path) => {
  expect(isStrictPath(path)).toBe(false);
});

test('paths collide in case, as files and folders, and in the case of folders (SPEC 2.6)', () => {
  expect(findCollision(['a', 'b/c', 'b/d'])).toBeUndefined();
  expect(findCollision(['a', 'A'])).toEqual(['a', 'A']);
  expect(findCollision(['a', 'a/b'])).toEqual(['a', 'a/b']);
  expect(findCollision(['a/b', 'a'])).toEqual(['a', 'a']);
  expect(findCollision(['b/c', 'B/d'])).toEqual(['b', 'B/d']);
});
