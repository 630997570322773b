import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingFolder } from './missing-folder.ts';

let root = '';
const at = (...names: string[]) => path.join(root, ...names);
const judge = (folder: string, wasSent: boolean) => {
  const place = { kind: 'folder', folder: at(folder) } as const;
  return missingFolder({ name: 'harbour', base: null, place, reserve: false }, wasSent);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'missing-folder-'));
  mkdirSync(at('www/mirror-one/release'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('a folder that is there is published to, empty or not, for the first time', () => {
  expect(judge('www', false)).toBeUndefined();
  expect(judge('www/mirror-one', false)).toBeUndefined();
});

test('one that is not is told, with the nearest that is, and what was meant', () => {
  expect(judge('www/miror-one', false)).toMatchObject({
    code: 'folder-missing',
    remedy: { en: expect.stringContaining('publish --create') as string },
    detail: `${at('www/miror-one')}\nThere is: ${at('www/mirror-one')} – was that meant?`,
  });
  expect(judge('mnt/disk/site', false)?.detail).toContain(`There is: ${root}`);
});

test('one that held a mirror is told where it is gone, or holds none: a disk that is not there', () => {
  expect(judge('disk', true)?.message).toMatch(/is gone/);
  expect(judge('www/mirror-one', true)?.code).toBe('folder-emptied');
  writeFileSync(at('www/mirror-one/release/bundle.json'), '{}');
  expect(judge('www/mirror-one', true)).toBeUndefined();
});

test('what stands in its way is told by the publication itself', () => {
  writeFileSync(at('file'), '');
  expect(judge('file', false)).toBeUndefined();
  expect(judge('file/site', false)?.code).toBe('folder-missing');
});
