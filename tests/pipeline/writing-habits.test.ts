import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compareStates, listFiles, NO_CHANGES, type TreeState } from './workplace/tree-state.ts';
import { Workplace } from './workplace/workplace.ts';

const work = new Workplace();
const { content } = work;
let before: TreeState;

beforeAll(async () => {
  await content.fill();
  before = await work.build();
});

afterEach(async () => {
  await content.fill();
});

afterAll(() => {
  work.remove();
});

async function expectSameTree(): Promise<void> {
  expect(compareStates(before, await work.build())).toEqual(NO_CHANGES);
}

test('a byte order mark and Windows line ends give the same bytes', async () => {
  for (const file of listFiles(content.root).filter((name) => /\.(?:md|yaml)$/.test(name))) {
    const text = readFileSync(path.join(content.root, file), 'utf8');
    content.write(file, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  }
  await expectSameTree();
});

const PICTURE = 'мой-мост.png';
const ARTICLE = 'ru/2026/10/05-most-otkryt';

test('a Cyrillic name that the disk spells in decomposed letters is found', async () => {
  const place = path.join(content.root, 'articles', ARTICLE);
  expect(PICTURE.normalize('NFD')).not.toBe(PICTURE.normalize('NFC'));
  renameSync(
    path.join(place, PICTURE.normalize('NFC')),
    path.join(place, PICTURE.normalize('NFD')),
  );
  await expectSameTree();
});

test('a Cyrillic name that the text spells in decomposed letters is found', async () => {
  content.editArticle(ARTICLE, (text) => text.normalize('NFD'));
  await expectSameTree();
});
