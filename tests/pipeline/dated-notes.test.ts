import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sample } from '../outlets/built-outlets.ts';

const read = (file: string): string => readFileSync(path.join(sample.tree, file), 'utf8');

test('an editor’s note says when it was added, on the page and in feeds', () => {
  const noted = 'От редакции, 12 мая 2026 г.';
  expect(read('ru/2026/04/16/do-apteki.html').replaceAll('\u00a0', ' ')).toContain(noted);
  const feeds = globSync('ru/**/*.xml', { cwd: sample.tree }).map(read).join('');
  expect(feeds.replaceAll('\u00a0', ' ')).toContain(noted);
  // One that was there from the beginning is dated by the publication.
  expect(read('en/2025/10/11/nineteen-days-on-a-drowned-street.html')).toMatch(
    /<h2>Editor’s note, 11\sOctober\s2025/,
  );
});

test('no sentence ends twice after a date', () => {
  const files = globSync('ru/**/*.{html,xml,json}', { cwd: sample.tree });
  expect(files.length).toBeGreaterThan(50);
  const twice = files.filter((file) => /\d{4}\sг\.(?:<\/time>)?\./.test(read(file)));
  expect(twice).toEqual([]);
});
