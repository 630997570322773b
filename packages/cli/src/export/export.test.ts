import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { loadContent } from '@tamizdat/archive';
import { ExportedArticleSchema } from '@tamizdat/export';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { placeWhole } from '../stick/place-out.ts';
import { writeForms } from './write-forms.ts';

const article = (letter: string, title: string, more = '', lang = 'en') => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${letter}
lang: ${lang}
kind: news
title: ${title}
section: politics
authors: [anna]
${more}---

Words of it.
`;
const ready = (day: string) => `publishedAt: ${day}T09:30:00+02:00\nstatus: ready\n`;
const AUTHOR = `name: { ru: Анна, en: Anna }\nemail: anna@window.example\nlinks: []\n`;

let folder = '';
const run = (...args: string[]) => tamizdat(['export', ...args, '--content', 'content'], folder);
const place = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(place(name), 'utf8');
const filesOf = (name: string) =>
  readdirSync(place(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place(name), path.join(entry.parentPath, entry.name)))
    .sort();

beforeAll(async () => {
  folder = await makeOutlet({
    'authors/anna.yaml': AUTHOR,
    'mirrors.yaml':
      'mirrors:\n  - { name: first, address: https://one.mirror.example/, kind: copied }\n',
    'articles/en/2026/11/18-ferry/index.md': article('A', 'The ferry is back', ready('2026-11-18')),
    'articles/en/2026/11/19-draft/index.md': article('B', 'A draft of it', 'status: draft\n'),
    'articles/en/2026/12/19-later/index.md': article('C', 'To come later', ready('2026-12-19')),
    'articles/en/2026/11/17-taken/index.md': article(
      'D',
      'Taken back by us',
      'publishedAt: 2026-11-17T09:30:00+02:00\nstatus: withdrawn\nupdatedAt: 2026-11-18T09:30:00+02:00\neditorsNote: It was wrong.\n',
    ),
    'articles/ru/2026/11/18-parom/index.md': article(
      'E',
      'Паром вернулся',
      ready('2026-11-18'),
      'ru',
    ),
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe('tamizdat export', () => {
  test('writes every form, says what is in it, and the same bytes twice', async () => {
    const first = await run('--out', 'one', '--json');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(JSON.parse(first.out)).toMatchObject({
      written: [
        'content',
        'json',
        'wordpress/ru.xml',
        'ghost/ru.json',
        'wordpress/en.xml',
        'ghost/en.json',
      ],
      articles: { public: 2, scheduled: 1, draft: 1, withdrawn: 1, removed: 0 },
    });
    await run('--out', 'two');
    expect(filesOf('two')).toEqual(filesOf('one'));
    for (const name of filesOf('one')) expect(read(`two/${name}`)).toBe(read(`one/${name}`));
    // Where copies will stand is of no use elsewhere.
    expect(filesOf('one')).not.toContain('content/mirrors.yaml');
    expect(read('one/content/articles/en/2026/11/18-ferry/index.md')).toBe(
      read('content/articles/en/2026/11/18-ferry/index.md'),
    );
  });

  test('writes each article as JSON of the shape that it brings along', () => {
    const files = filesOf('one/json/articles');
    expect(files).toHaveLength(5);
    for (const file of files)
      ExportedArticleSchema.parse(JSON.parse(read(`one/json/articles/${file}`)));
    expect(JSON.parse(read('one/json/article.schema.json'))).toMatchObject({ type: 'object' });
  });

  test('says of each article how it stands, in the words of the other system', () => {
    const wxr = read('one/wordpress/en.xml');
    const statuses = [...wxr.matchAll(/<wp:status><!\[CDATA\[(\w+)/g)].map(([, status]) => status);
    expect(statuses).toEqual(['publish', 'draft', 'future', 'private']);
    const posts = (
      JSON.parse(read('one/ghost/en.json')) as { db: [{ data: { posts: { status: string }[] } }] }
    ).db[0].data.posts;
    expect(posts.map(({ status }) => status)).toEqual(['published', 'draft', 'scheduled', 'draft']);
  });

  test('names authors as their bylines do, and no address of theirs', () => {
    for (const name of ['wordpress/en.xml', 'ghost/en.json', 'json/outlet.json']) {
      expect(read(`one/${name}`)).toContain('Anna');
      expect(read(`one/${name}`)).not.toContain('anna@window.example');
    }
  });

  test('refuses what is there, and a place inside the content', async () => {
    const there = await run('--out', 'one');
    expect([there.code, there.err]).toEqual([2, expect.stringContaining('one')]);
    expect((await run('--out', 'content/out')).code).toBe(2);
    expect((await run('--out', 'three', '--as', 'pdf')).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['content', 'one', 'two']);
  });

  test('leaves nothing where it fails in the middle', async () => {
    const now = '2026-11-22T22:30:40Z';
    const root = place('content');
    const content = await loadContent(root, { digests: true });
    const digests = new Map([...content.digests, ['pages/z-gone.md', '0'.repeat(64)]]);
    await expect(
      placeWhole(place('three'), async (part) => {
        const given = { root, content: { ...content, digests }, now, part };
        await writeForms({ ...given, forms: ['markdown'] });
      }),
    ).rejects.toThrow('z-gone');
    expect(readdirSync(folder).sort()).toEqual(['content', 'one', 'two']);
  });
});
