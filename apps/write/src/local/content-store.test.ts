import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL_API } from '../config/build-backend.ts';
import { createRoomServer } from './local-server.ts';
import { listenLocally } from './listen.ts';

const FOLDER = 'articles/ru/2026/11/20-x';
const FILE = `content/${FOLDER}/index.md`;
const PHOTO = `content/${FOLDER}/photo.jpg`;

let outer = '';
let content = '';
/** What a branch of strangers would like to have written to. */
let target = '';
let server: Server;
let address = '';

beforeEach(async () => {
  outer = mkdtempSync(path.join(tmpdir(), 'tamizdat-store-'));
  content = path.join(outer, 'content');
  target = path.join(outer, 'bashrc');
  mkdirSync(path.join(content, FOLDER), { recursive: true });
  mkdirSync(path.join(outer, 'home'));
  writeFileSync(target, 'mine');
  writeFileSync(path.join(content, FOLDER, 'index.md'), 'old');
  server = createRoomServer({ content, files: new Map(), data: () => Promise.resolve('{}') });
  address = (await listenLocally(server, 0)) ?? '';
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(outer, { recursive: true });
});

async function ask(action: string, params: unknown): Promise<{ status: number; said: string }> {
  const origin = address.replace(/\/$/, '');
  const answer = await fetch(`${origin}${LOCAL_API}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ action, params }),
  });
  return { status: answer.status, said: await answer.text() };
}

const asset = (file: string) => ({ path: file, content: 'QQ==', encoding: 'base64' });
const save = (file: string, assets: unknown[] = []) =>
  ask('persistEntry', { dataFiles: [{ path: file, raw: 'new' }], assets });
const list = (folder: string) => readdirSync(path.join(content, folder)).sort();

test('an article is saved whole, with nothing left beside it', async () => {
  expect((await save(FILE, [asset(PHOTO)])).status).toBe(200);
  expect(list(FOLDER)).toEqual(['index.md', 'photo.jpg']);
  expect(readFileSync(path.join(content, FOLDER, 'index.md'), 'utf8')).toBe('new');
  expect((await ask('deleteFiles', { paths: [PHOTO] })).status).toBe(200);
  expect(list(FOLDER)).toEqual(['index.md']);
});

test.each(['.index.md.new', '.index.md.part', 'index.md.new', '.photo.jpg.new'])(
  'nothing is written through a link called %s',
  async (name) => {
    symlinkSync(target, path.join(content, FOLDER, name));
    expect((await save(FILE, [asset(PHOTO)])).status).toBe(200);
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(readFileSync(path.join(content, FOLDER, 'index.md'), 'utf8')).toBe('new');
  },
);

test.each([
  ['the file', `${FOLDER}/index.md`],
  ['its folder', FOLDER],
  ['the month', path.dirname(FOLDER)],
  ['all articles', 'articles'],
])('nothing is written, read or deleted where %s is a link', async (_, step) => {
  rmSync(path.join(content, step), { recursive: true });
  const isFile = step.endsWith('.md');
  symlinkSync(isFile ? target : path.join(outer, 'home'), path.join(content, step));
  expect(await save(FILE)).toMatchObject({
    status: 409,
    said: expect.stringContaining('link') as string,
  });
  expect((await ask('persistMedia', { asset: asset(PHOTO) })).status).toBe(isFile ? 200 : 409);
  expect((await ask('getEntry', { path: FILE })).status).not.toBe(200);
  expect((await ask('deleteFiles', { paths: [PHOTO] })).status).toBe(isFile ? 200 : 409);
  expect(readFileSync(target, 'utf8')).toBe('mine');
  expect(readdirSync(path.join(outer, 'home'))).toEqual([]);
});

test.each([
  [
    'a link to what never ends',
    (file: string) => {
      symlinkSync('/dev/zero', file);
    },
  ],
  [
    'a link that leads nowhere',
    (file: string) => {
      symlinkSync('nowhere', file);
    },
  ],
  [
    'a pipe',
    (file: string) => {
      execFileSync('mkfifo', [file]);
    },
  ],
  [
    'a folder',
    (file: string) => {
      mkdirSync(file);
    },
  ],
  [
    'a huge file',
    (file: string) => {
      writeFileSync(file, '');
      truncateSync(file, 3_000_000_000);
    },
  ],
])('%s in place of a text or a picture is refused, and hides no other', async (what, put) => {
  const [text, photo] = [
    path.join(content, FOLDER, 'index.md'),
    path.join(content, FOLDER, 'photo.jpg'),
  ];
  rmSync(text);
  for (const file of [text, photo]) put(file);
  const other = path.join(content, 'articles/ru/2026/11/21-y');
  mkdirSync(other);
  writeFileSync(path.join(other, 'index.md'), 'other');
  const isLarge = what === 'a huge file';
  const refused = {
    status: isLarge ? 413 : 409,
    said: expect.stringContaining(isLarge ? 'too large' : 'no') as string,
  };
  const isNowhere = what.startsWith('a link');
  for (const [action, params] of [
    ['getEntry', { path: FILE }],
    ['getMediaFile', { path: PHOTO }],
  ] as const)
    expect(await ask(action, params), action).toMatchObject(refused);
  if (!isLarge && what !== 'a pipe') {
    const saved = await save(FILE, [asset(PHOTO)]);
    expect(saved).toMatchObject({
      status: 409,
      said: expect.stringMatching(isNowhere ? /link/ : /no file: a folder/) as string,
    });
    expect(saved.said).not.toContain('EISDIR');
  }
  const found = await ask('entriesByFolder', {
    folder: 'content/articles',
    extension: 'md',
    depth: 6,
  });
  expect(found).toMatchObject({ status: 200, said: expect.stringContaining('21-y') as string });
  expect(found.said).not.toContain('20-x');
});
