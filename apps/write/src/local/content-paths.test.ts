import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEntryPath, isFolderPath, isMediaPath, onDisk } from './content-paths.ts';

const FOLDER = 'content/articles/ru/2026/11/22-ogni-gavani';

test('articles with their files, authors and pages are the room’s', () => {
  for (const file of [
    `${FOLDER}/index.md`,
    `${FOLDER}/фото 1.jpg`,
    'content/authors/a.yaml',
    'content/pages/en/about.md',
  ])
    expect(isEntryPath(file), file).toBe(true);
  expect([isMediaPath(`${FOLDER}/a.jpg`), isMediaPath(`${FOLDER}/index.md`)]).toEqual([
    true,
    false,
  ]);
});

test.each([
  'content/outlet.yaml',
  'content/mirrors.yaml',
  'content/articles/index.md',
  'package.json',
  '.github/workflows/ci.yml',
  `${FOLDER}/../../../../../../package.json`,
  `${FOLDER}/..`,
  `${FOLDER}/.hidden.md`,
  `${FOLDER}/sub/a.jpg`,
  `${FOLDER}/run.sh`,
  `${FOLDER}/a.html`,
  `${FOLDER}/a\\b.md`,
  `${FOLDER}/a.md\u0000.jpg`,
  `${FOLDER}/a.md:stream.md`,
  `${FOLDER}/aux.jpg`,
  'content/authors/con.yaml',
  'content/authors/com¹.yaml',
  '/etc/passwd',
  `../content/authors/a.yaml`,
  'content/authors/../../x.yaml',
  `${FOLDER}/${'a'.repeat(400)}.md`,
])('%s is not', (file) => {
  expect(isEntryPath(file)).toBe(false);
});

test('no path that is taken leads out of the content folder', () => {
  const part = fc.constantFrom(
    'content',
    'articles',
    'ru',
    '2026',
    '11',
    '22-a',
    '..',
    '.',
    '',
    'authors',
    'index.md',
    'a.yaml',
    '/',
    '\\',
  );
  const content = path.resolve('/srv/content');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const file = parts.join('/');
      if (!isEntryPath(file) && !isFolderPath(file)) return;
      expect(path.relative(content, onDisk(content, file)).startsWith('..')).toBe(false);
    }),
  );
});

test('links are not followed', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'tamizdat-room-'));
  mkdirSync(path.join(root, 'articles/ru'), { recursive: true });
  symlinkSync(tmpdir(), path.join(root, 'authors'));
  expect(() => onDisk(root, 'content/authors/a.yaml')).toThrow('link');
  expect(onDisk(root, 'content/articles/ru/2026/11/22-a/index.md')).toContain('22-a');
  rmSync(root, { recursive: true });
});
