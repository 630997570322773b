import { mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const DRAFT = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ru
kind: news
title: Паром снова ходит через реку
section: politics
status: draft
---

Текст.
`;
const OLD = 'articles/ru/2026/10/20-parom/index.md';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['authors', ['new', 'author', '--name', 'Анна', '--pseudonym', 'no']],
  [
    'articles/ru/2026/11',
    ['new', 'article', '--lang', 'ru', '--title', 'Мост снова закрыт', '--section', 'politics'],
  ],
  ['articles/ru/2026/11', ['ready', `content/${OLD}`]],
])('nothing is written where %s is a link: %j', async (link, args) => {
  folder = await makeOutlet({ [OLD]: DRAFT });
  const content = path.join(folder, 'content');
  await mkdir(path.join(folder, 'home'));
  await mkdir(path.join(content, link, '..'), { recursive: true });
  await rename(path.join(content, link), path.join(folder, 'moved')).catch(() => undefined);
  await symlink(path.join(folder, 'home'), path.join(content, link));
  const { code, err } = await tamizdat(
    [...args, '--content', 'content', '--language', 'ru'],
    folder,
  );
  expect([code, err]).toEqual([1, expect.stringContaining('ссылка или не папка')]);
  expect(await readdir(path.join(folder, 'home'))).toEqual([]);
  expect(await readFile(path.join(content, OLD), 'utf8')).toBe(DRAFT);
});
