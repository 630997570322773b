import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const DRAFT = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ru
kind: news
title: 'Паром снова ходит через реку' # or not
section: politics
status:  draft   # until checked
---

Текст.
`;
const OLD = 'articles/ru/2026/11/20-parom/index.md';
const NEW = 'articles/ru/2026/11/23-parom/index.md';
const STAMPED = DRAFT.replace('draft ', 'ready ').replace(
  '---\n\n',
  'publishedAt: 2026-11-23T00:30:00+02:00\n---\n\n',
);

let folder = '';
const read = (name: string) => readFile(path.join(folder, 'content', name), 'utf8');
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
afterEach(() => rm(folder, { recursive: true, force: true }));

test('stamps the time where the outlet is, and moves the folder to that day', async () => {
  folder = await makeOutlet({ [OLD]: DRAFT });
  const { code, out, err } = await tamizdat(
    ['ready', `content/${OLD}`, '--content', 'content'],
    folder,
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`content/${NEW}\nReady as of 2026-11-23T00:30:00+02:00.\n`);
  expect(await read(NEW)).toBe(STAMPED);
  expect(await readdir(path.join(folder, 'content/articles/ru/2026/11'))).toEqual(['23-parom']);
  const checked = await tamizdat(['check', '--content', 'content'], folder);
  expect(checked.out).toBe('No problems. 2 files looked at.\n');
});

test('keeps a time that stands there, and does nothing the second time', async () => {
  const dated = DRAFT.replace('---\n\n', 'publishedAt: "2026-11-20T10:00:00+02:00"\n---\n\n');
  folder = await makeOutlet({ [OLD]: dated });
  const args = ['ready', `content/${OLD}`, '--content', 'content', '--json'];
  const made = await tamizdat(args, folder);
  expect(JSON.parse(made.out)).toEqual({
    file: `content/${OLD}`,
    publishedAt: '2026-11-20T10:00:00+02:00',
    address: 'ru/2026/11/20/parom.html',
  });
  const text = await read(OLD);
  expect(text).toContain('status:  ready   # until checked');
  expect((await tamizdat(args, folder)).code).toBe(0);
  expect(await read(OLD)).toBe(text);
});

test.each([
  [
    DRAFT.replace('draft', 'withdrawn').replace(
      '---\n\n',
      'editorsNote: The source took it back.\nupdatedAt: 2026-11-21T10:00:00+02:00\npublishedAt: 2026-11-20T10:00:00+02:00\n---\n\n',
    ),
    [],
    1,
    'withdrawn',
  ],
  [DRAFT.replace('politics', 'politcs'), [], 1, 'mend them first'],
  [
    DRAFT.replace('news', 'live').replace('---\n\n', 'live: { entries: [] }\n---\n\n'),
    [],
    1,
    'Nothing was changed',
  ],
  [DRAFT, ['--at', 'tomorrow'], 2, '--at'],
  [STAMPED.replaceAll('11-23', '11-20'), ['--at', '2026-11-22T09:30:00+02:00'], 1, 'ready already'],
])('changes nothing where it may not', async (text, more, exit, line) => {
  folder = await makeOutlet({ [OLD]: text });
  const { code, err } = await tamizdat(
    ['ready', `content/${OLD}`, '--content', 'content', ...more],
    folder,
  );
  expect([code, err]).toEqual([exit, expect.stringContaining(line)]);
  expect(await read(OLD)).toBe(text);
});

test('moves over no other article', async () => {
  folder = await makeOutlet({ [OLD]: DRAFT, [NEW]: 'another' });
  const { code, err } = await tamizdat(['ready', `content/${OLD}`, '--content', 'content'], folder);
  expect([code, err]).toEqual([1, expect.stringContaining('exists already')]);
  expect([await read(OLD), await read(NEW)]).toEqual([DRAFT, 'another']);
});

test('commits this article alone, and nothing of the person or the place', async () => {
  folder = await makeOutlet({ [OLD]: DRAFT, 'articles/ru/2026/11/19-other/index.md': DRAFT });
  git('init', '--quiet');
  git('config', 'user.name', 'Real Name');
  git('config', 'user.email', 'real@person.example');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  await rm(path.join(folder, 'content/articles/ru/2026/11/19-other/index.md'));
  git('add', '--all');
  const args = ['ready', `content/${OLD}`, '--content', 'content', '--commit'];
  expect((await tamizdat(args, folder, { TZ: 'Asia/Yekaterinburg' })).err).toBe('');
  const said = git('cat-file', '-p', 'HEAD').split('\n').slice(2).join('\n');
  expect(said).toBe(`author Окно <noreply@window.example> 1795386640 +0000
committer Окно <noreply@window.example> 1795386640 +0000

Make 23-parom ready
`);
  expect(git('show', '--name-status', '--format=', 'HEAD')).toMatch(
    /^R\d+\t\S+\/20-parom\/index\.md\t\S+\/23-parom\/index\.md\n$/,
  );
  expect(git('status', '--porcelain')).toBe('D  content/articles/ru/2026/11/19-other/index.md\n');
  expect((await tamizdat(['ready', `content/${NEW}`, ...args.slice(2)], folder)).code).toBe(0);
  expect(git('rev-list', '--count', 'HEAD')).toBe('2\n');
});

test('makes ready the drafts that were merged, and no other', async () => {
  const other = DRAFT.replace('T0V', 'T0W');
  folder = await makeOutlet({ 'articles/ru/2026/11/19-other/index.md': other });
  const commit = (message: string) => {
    git('add', '--all');
    git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', message);
  };
  git('init', '--quiet');
  commit('Begin');
  const place = path.join(folder, 'content', OLD);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, DRAFT);
  commit('Merge');
  const args = ['ready', '--merged', 'HEAD^..HEAD', '--content', 'content', '--commit'];
  expect(await tamizdat(args, folder)).toMatchObject({ code: 0, err: '' });
  expect(await read(NEW)).toBe(STAMPED);
  expect(await read('articles/ru/2026/11/19-other/index.md')).toBe(other);
  expect(git('log', '-1', '--format=%s')).toBe('Make 23-parom ready\n');
  const again = await tamizdat(['ready', '--merged', 'HEAD~2..HEAD', ...args.slice(3)], folder);
  expect(again).toMatchObject({ code: 0, out: 'There is no draft among them.\n' });
});

test.each([
  [[], 'Name an article, or commits'],
  [[`content/${OLD}`, '--merged', 'a..b'], 'Name an article, or commits'],
  [['--merged', 'HEAD'], 'two commits with two dots'],
  [['--merged', 'HEAD', '--language', 'ru'], 'два коммита через две точки'],
  [['--merged', 'nowhere..HEAD'], 'git cannot compare'],
  [['--merged', 'nowhere..HEAD', '--language', 'ru'], 'git не может сравнить'],
  [['--merged', '--output=x..HEAD'], 'git cannot compare'],
])('%j is told in a line', async (args, line) => {
  folder = await makeOutlet({ [OLD]: DRAFT });
  const { code, err } = await tamizdat(['ready', ...args, '--content', 'content'], folder);
  expect([code, err]).toEqual([2, expect.stringContaining(line)]);
});
