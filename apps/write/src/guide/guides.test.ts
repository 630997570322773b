import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArticle } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { buildGuideFiles } from './guide-files.ts';
import { PLACE, WELL } from './spoiled-articles.ts';

test('the article that mistakes are made in has none', () => {
  expect(parseArticle(WELL, { path: PLACE }).problems).toEqual([]);
});

test('the pages of fields and messages are current; else: npm run guides', async () => {
  const files = buildGuideFiles();
  expect(files.size).toBe(4);
  for (const [file, text] of files)
    expect(await readFile(file, 'utf8'), path.basename(file)).toBe(text);
});

test('the ten messages are ten', () => {
  for (const [file, text] of buildGuideFiles()) {
    if (!file.includes('messages.')) continue;
    const codes = [...text.matchAll(/^## \d+\. `([a-z-]+)`$/gm)].map(([, code]) => code);
    expect(new Set(codes).size).toBe(10);
  }
});
