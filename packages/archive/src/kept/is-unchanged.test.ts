import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UNSETTLED_MAX } from '../limits.ts';
import { walkContent } from '../load/walk-content.ts';
import { ContentIndex } from './content-index.ts';
import { isUnchanged } from './is-unchanged.ts';
import type { KeptDigest } from './kept-digest.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tamizdat-unchanged-'));
  mkdirSync(join(root, 'authors'));
  put('outlet.yaml', 'one');
  put('authors/anna.yaml', 'two');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const put = (path: string, text: string): void => {
  writeFileSync(join(root, path), text);
};

/** What a build would keep that reads the folder some seconds from now. */
function look(seconds = 60): KeptDigest[] {
  const index = new ContentIndex(root, new Map(), () => Date.now() + seconds * 1000);
  for (const file of walkContent(root, 'content').files) index.digestOf(file);
  return index.listDigests();
}

test('files that nobody touched are as they were, however often it is asked', () => {
  const known = look();
  expect([isUnchanged(root, known), isUnchanged(root, known)]).toEqual([true, true]);
});

test.each<[string, () => void]>([
  [
    'other bytes of the same length',
    () => {
      put('outlet.yaml', 'eno');
    },
  ],
  [
    'a file more',
    () => {
      put('authors/boris.yaml', 'three');
    },
  ],
  [
    'a file less',
    () => {
      rmSync(join(root, 'authors/anna.yaml'));
    },
  ],
  [
    'another name',
    () => {
      renameSync(join(root, 'outlet.yaml'), join(root, 'mirrors.yaml'));
    },
  ],
  [
    'a file of the same bytes in its place',
    () => {
      replace('outlet.yaml', 'one');
    },
  ],
  [
    'a time that was put back',
    () => {
      putBack('outlet.yaml', 'eno');
    },
  ],
  [
    'a link in its place',
    () => {
      linkTo('authors/anna.yaml', 'outlet.yaml');
    },
  ],
  [
    'a link that names nothing more',
    () => {
      symlinkSync('outlet.yaml', join(root, 'link.yaml'));
    },
  ],
  [
    'a hidden file, which is told of',
    () => {
      put('.secret', 'x');
    },
  ],
])('%s is a change', (_, change) => {
  const known = look();
  change();
  expect(isUnchanged(root, known)).toBe(false);
});

test('a stamp that was taken just after the last change is not enough: the bytes decide', () => {
  const known = look(0);
  expect(isUnchanged(root, known)).toBe(true);
  const [path, stamp, isSettled] = known.find(([name]) => name === 'outlet.yaml') ?? ['', '', true];
  expect(isSettled).toBe(false);
  const other = known.map((file): KeptDigest =>
    file[0] === path ? [path, stamp, false, 'f'.repeat(64)] : file,
  );
  expect(isUnchanged(root, other)).toBe(false);
});

test('more of these than a few are not opened', () => {
  for (let number = 0; number < UNSETTLED_MAX; number++) put(`${number}.txt`, 'x');
  expect(isUnchanged(root, look(0))).toBe(false);
  expect(isUnchanged(root, look())).toBe(true);
});

function replace(path: string, text: string): void {
  put(`${path}.new`, text);
  renameSync(join(root, `${path}.new`), join(root, path));
}

function putBack(path: string, text: string): void {
  put(path, text);
  utimesSync(join(root, path), 1, 1);
}

function linkTo(target: string, path: string): void {
  rmSync(join(root, path));
  symlinkSync(target, join(root, path));
}
