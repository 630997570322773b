import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ForeignFileError } from './foreign-file-error.ts';
import { replaceFiles } from './replace-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-all-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** No file system takes it. */
const REFUSED = 'x'.repeat(300);

test('several files come at once, with their folder, over those that were there', () => {
  writeFileSync(path.join(folder, 'a'), 'old', { mode: 0o640 });
  replaceFiles(folder, [
    ['a', 'new'],
    ['b', Buffer.from('second')],
  ]);
  replaceFiles(path.join(folder, 'deep/er'), [['c', 'third']]);
  expect(
    ['a', 'b', 'deep/er/c'].map((name) => readFileSync(path.join(folder, name), 'utf8')),
  ).toEqual(['new', 'second', 'third']);
});

test('what goes wrong with one leaves none of them, and no folder that was made for them', () => {
  expect(() => {
    replaceFiles(path.join(folder, 'deep/er'), [
      ['a', 'first'],
      [REFUSED, 'second'],
    ]);
  }).toThrow('ENAMETOOLONG');
  expect(readdirSync(folder)).toEqual([]);
});

test('what is refused when all is written takes the place of nothing new', () => {
  mkdirSync(path.join(folder, 'b/inside'), { recursive: true });
  expect(() => {
    replaceFiles(folder, [
      ['a', 'first'],
      ['b', 'second'],
    ]);
  }).toThrow();
  expect(readdirSync(folder)).toEqual(['b']);
});

test('a folder that was there stays, with what is in it', () => {
  writeFileSync(path.join(folder, 'other'), 'mine');
  expect(() => {
    replaceFiles(folder, [[REFUSED, 'second']]);
  }).toThrow('ENAMETOOLONG');
  expect(readdirSync(folder)).toEqual(['other']);
});

test('a link in a place is refused before anything is written', () => {
  symlinkSync('/etc/hostname', path.join(folder, 'b'));
  expect(() => {
    replaceFiles(folder, [
      ['a', 'first'],
      ['b', 'second'],
    ]);
  }).toThrow(ForeignFileError);
  expect(readdirSync(folder)).toEqual(['b']);
});
