import {
  linkSync,
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
import { walkTree } from '../walk-tree.ts';
import {
  compareStamps,
  isStamped,
  isSameButForLinks,
  listStamped,
  stampFiles,
  stampTree,
} from './stamp-tree.ts';

let folder: string;
const at = (path: string): string => join(folder, path);
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamps-'));
  for (const path of ['en', 'release', 'en/release']) mkdirSync(at(path));
  for (const path of ['index.html', 'en/a.html', 'en/b.html', 'release/x', 'en/release/y'])
    writeFileSync(at(path), path);
  for (const path of ['index.html', 'en/a.html', 'en/b.html'])
    utimesSync(at(path), LONG_AGO, LONG_AGO);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const stamp = () => stampTree(folder, ['release']);

test('stamps tell what a walk would find', async () => {
  const { files, ...rest } = listStamped(stampTree(folder));
  const sorted = files.sort(({ path: one }, { path: other }) => (one < other ? -1 : 1));
  expect({ ...rest, files: sorted }).toEqual(await walkTree(folder));
});

test('a tree that nobody touched keeps its stamps; only the folder at the top is left out', () => {
  expect([...stamp().keys()].sort()).toEqual([
    'en/a.html',
    'en/b.html',
    'en/release/y',
    'index.html',
  ]);
  expect(compareStamps(stamp(), stamp())).toEqual([]);
  expect(isStamped(folder, stamp(), ['release'])).toBe(true);
});

test.each<[string, (path: string) => void]>([
  [
    'other bytes of the same size, and the old time put back',
    (path) => {
      writeFileSync(path, 'EN/A.HTML');
      utimesSync(path, LONG_AGO, LONG_AGO);
    },
  ],
  [
    'another file of the same size and time in its place',
    (path) => {
      writeFileSync(`${path}.new`, 'EN/A.HTML');
      utimesSync(`${path}.new`, LONG_AGO, LONG_AGO);
      renameSync(`${path}.new`, path);
    },
  ],
  [
    'more bytes',
    (path) => {
      writeFileSync(path, 'longer');
    },
  ],
  [
    'nothing',
    (path) => {
      rmSync(path);
    },
  ],
  [
    'a link',
    (path) => {
      rmSync(path);
      symlinkSync(at('en/b.html'), path);
    },
  ],
])('a file that became %s is told', (_, change) => {
  const before = stamp();
  change(at('en/a.html'));
  expect(compareStamps(before, stamp())).toEqual(['en/a.html']);
  expect(isStamped(folder, before, ['release'])).toBe(false);
});

test('a new file is told', () => {
  const before = stamp();
  writeFileSync(at('en/c.html'), 'c');
  expect(compareStamps(before, stamp())).toEqual(['en/c.html']);
  expect(isStamped(folder, before, ['release'])).toBe(false);
  expect(stampFiles(folder, ['en/c.html', 'en/none.html', 'en']).size).toBe(1);
});

test('a new link to a file is told from a change of its bytes', () => {
  const [before = ''] = stampFiles(folder, ['en/a.html']).values();
  linkSync(at('en/a.html'), at('release/linked'));
  const [linked = ''] = stampFiles(folder, ['en/a.html']).values();
  expect(linked).not.toBe(before);
  expect(isSameButForLinks(before, linked)).toBe(true);
  writeFileSync(at('en/a.html'), 'EN/A.HTML');
  const [other = ''] = stampFiles(folder, ['en/a.html']).values();
  expect(isSameButForLinks(before, other)).toBe(false);
});
