import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOutlet, type Outlet } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { buildRoomData } from '../../room/build-room-data.ts';
import { SOURCE_FIELD } from '../../entry-file/entry-file.ts';
import { findProblems } from './find-problems.ts';

const content = path.resolve(import.meta.dirname, '../../../../../content');
const text = readFileSync(path.join(content, 'outlet.yaml'), 'utf8');
const outlet = parseOutlet(text, { path: 'outlet.yaml' }).value as Outlet;
const data = buildRoomData({ outlet, authors: [], words: new Map() }, undefined);
const now = Date.parse('2026-11-22T12:00:00Z');
const entry = { path: '', collection: 'articles-en', now };

const codes = (fields: Record<string, unknown>, place = entry) =>
  findProblems(data, place, fields).map(({ code }) => code);

test('a new article is told what it lacks, not what the room will fill in', () => {
  expect(codes({ kind: 'news', status: 'draft', title: '', tags: [] })).toEqual([
    'section-missing',
    'title-missing',
  ]);
  const whole = {
    kind: 'news',
    status: 'draft',
    title: 'The lights of the harbour',
    section: 'news',
  };
  expect(codes({ ...whole, body: 'Text.' })).toEqual([]);
  expect(codes({ ...whole, body: '![](a.jpg)' })).toEqual(
    expect.arrayContaining([expect.stringContaining('alt')]),
  );
});

test('an existing article is judged where it stands', () => {
  const file = 'content/articles/en/2026/11/20-a-court-on-a-screen/index.md';
  const source = readFileSync(path.join(content, '..', file), 'utf8').replace(
    '\nlang: en',
    '\nlang: ru',
  );
  const problems = findProblems(data, { ...entry, path: file }, { [SOURCE_FIELD]: source });
  expect(problems.length).toBeGreaterThan(0);
});

test('a file that cannot be read is told of as the check tells of it', () => {
  const broken = '---\ntitle: "Three\nkind: news\n---\n\nText.\n';
  const place = { ...entry, path: 'content/articles/en/2026/11/20-a/index.md' };
  expect(codes({ [SOURCE_FIELD]: broken, title: 'x' }, place)[0]).toMatch(/yaml|quote/);
});
