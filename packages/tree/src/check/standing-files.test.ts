import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishPage } from '../finish-page.ts';
import { checkTree } from './check-tree.ts';

const ORIGIN = 'https://outlet.test/';

let room: string;
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'standing-'));
  await mkdir(join(room, 'built'));
  await mkdir(join(room, 'tree'));
});
afterEach(() => rm(room, { recursive: true }));

async function addPage(folder: 'built' | 'tree', path: string, body: string): Promise<void> {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"></head><body>${body}</body></html>`;
  const place = join(room, folder, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, finishPage(html, path, { origin: ORIGIN }));
}

/** Checks what was built beside pages that stand. */
async function check(paths: readonly string[], gone: readonly string[] = []): Promise<string[]> {
  const folder = join(room, 'tree');
  const files = paths.map(async (path) => ({ path, size: (await stat(join(folder, path))).size }));
  const standing = { folder, files: await Promise.all(files), gone };
  const problems = await checkTree(join(room, 'built'), { origin: ORIGIN, standing });
  return problems.map(({ code, file, found }) => `${code} ${file} ${found ?? ''}`);
}

test('what was built may lead to what stands, and to places in it', async () => {
  await addPage('tree', 'en/old.html', '<p id="here">');
  await addPage(
    'built',
    'en/new.html',
    '<a href="/en/old.html">a</a><a href="/en/old.html#here">b</a>',
  );
  expect(await check(['en/old.html'])).toEqual([]);
  await addPage('built', 'en/new.html', '<a href="/en/old.html#there">b</a>');
  expect(await check(['en/old.html'])).toEqual(['fragment-dead en/new.html old.html#there']);
});

test('what was in the tree and neither stands nor was built is no target', async () => {
  await addPage('tree', 'en/old.html', '<p>');
  await addPage('built', 'en/new.html', '<a href="/en/old.html">a</a>');
  expect(await check([])).toEqual(['link-dead en/new.html old.html']);
});

test('what stands is told of where it leads to what is gone', async () => {
  await addPage('tree', 'en/list.html', '<a href="/en/2026/gone.html">a</a>');
  await addPage('tree', 'en/other.html', '<a href="/en/list.html">a</a>');
  await addPage('built', 'en/new.html', '<p>');
  const standing = ['en/list.html', 'en/other.html'];
  expect(await check(standing, ['en/2026/gone.html'])).toEqual([
    'link-dead en/list.html 2026/gone.html',
  ]);
  const many = Array.from({ length: 60 }, (_, place) => `en/2026/${place}.html`);
  expect(await check(standing, many)).toEqual(['link-dead en/list.html 2026/gone.html']);
});

test('what stands is told of where it leads to a place that a page has no more', async () => {
  await addPage('tree', 'en/list.html', '<a href="/en/story.html#first">a</a>');
  await addPage('tree', 'en/story.html', '<p id="first"><p id="second">');
  await addPage('built', 'en/story.html', '<p id="first">');
  expect(await check(['en/list.html'])).toEqual([]);
  await addPage('built', 'en/story.html', '<p id="second">');
  expect(await check(['en/list.html'])).toEqual(['fragment-dead en/list.html story.html#first']);
});

test('two names that differ in case alone are told of, also where one stands', async () => {
  await addPage('tree', 'en/Story.html', '<p>');
  await addPage('built', 'en/story.html', '<p>');
  expect((await check(['en/Story.html'])).join()).toContain('name');
});
