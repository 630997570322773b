import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet } from '../../testing/sample-outlet.ts';
import { changeArticle } from './change-article.ts';
import { openArticle } from './open-article.ts';

const TEXT = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ru
kind: news
title: Паром снова ходит через реку
section: politics
status: draft
---

Текст.
`;
const PLACE = 'articles/ru/2026/11/20-parom';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

test('refuses an edit that changes more than it says', async () => {
  folder = await makeOutlet({ [`${PLACE}/index.md`]: TEXT });
  const open = openArticle(path.join(folder, 'content', PLACE), path.join(folder, 'content'));
  const at = open.text.indexOf('draft') - open.place.start;
  const edit = () => ({ start: at, end: at + 'draft'.length, text: 'ready' });
  expect(() => changeArticle(open, { edit, apply: () => undefined })).toThrow('by hand');
});

test('opens nothing outside the articles of the content, linked or not', async () => {
  folder = await makeOutlet({ [`${PLACE}/index.md`]: TEXT });
  const root = path.join(folder, 'content');
  const outside = path.join(folder, 'elsewhere');
  await mkdir(outside);
  await writeFile(path.join(outside, 'index.md'), TEXT);
  await symlink(outside, path.join(root, 'articles/ru/2026/11/21-linked'));
  const refused = 'is not an article';
  expect(() => openArticle(outside, root)).toThrow(refused);
  expect(() => openArticle(path.join(root, 'articles/ru/2026/11/21-linked'), root)).toThrow(
    refused,
  );
  expect(() => openArticle(path.join(root, 'outlet.yaml'), root)).toThrow(refused);
  expect(() => openArticle(path.join(root, 'articles/none'), root)).toThrow('There is no article');
});
