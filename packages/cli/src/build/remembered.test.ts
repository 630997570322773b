import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetRemembered, Remembered } from './remembered.ts';

let folder: string;
let file: string;
let reads: number;
let remembered: Remembered<string>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-remembered-'));
  file = path.join(folder, 'file');
  writeWhole(file, 'first');
  [reads, remembered] = [0, new Remembered()];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const load = (meanwhile = (): void => undefined, value = 'read') =>
  remembered.load(file, () => {
    reads += 1;
    meanwhile();
    return value === '' ? undefined : `${value} ${reads}`;
  });

test('a file is read once, and what was written is not read at all', () => {
  expect([load(), load()]).toEqual(['read 1', 'read 1']);
  writeWhole(file, 'second');
  remembered.keep(file, 'written');
  expect([load(), reads]).toEqual(['written', 1]);
});

test('a file that is another is read again, though it has the same bytes', () => {
  load();
  writeWhole(file, 'first');
  expect(load()).toBe('read 2');
});

test('what was put there while it was read is not taken for what was read', () => {
  load(() => {
    writeWhole(file, 'second');
  });
  expect(load()).toBe('read 2');
});

test('a file that is gone, one that gave nothing, and one that was forgotten are asked for again', () => {
  load(undefined, '');
  expect(load()).toBe('read 2');
  forgetRemembered();
  expect(load()).toBe('read 3');
  rmSync(file);
  expect([load(), load()]).toEqual(['read 4', 'read 5']);
  writeFileSync(file, 'again');
  expect(load()).toBe('read 6');
});
