import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const TEXT = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ru
kind: news
title: Паром снова ходит через реку
section: politics   # the desk
publishedAt: 2026-11-22 09:30
status: ready
---

![A ferry at night](a.png "The ferry. Photo: A")
`;
const FOLDER = 'articles/ru/2026/11/22-Паром через реку';
/** A PNG of one pixel with a text chunk that names its author. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNgYAAAAAMAASsJTYQAAAAASUVORK5CYII=',
  'base64',
);

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

test('mends what has one answer, says what, and leaves the rest', async () => {
  folder = await makeOutlet({
    [`${FOLDER}/index.md`]: TEXT,
    'articles/ru/2026/11/21-b/index.md': TEXT.replace('T0V', 'T0W').replace('news', 'newz'),
  });
  const run = await tamizdat(['check', '--fix', '--content', 'content'], folder);
  expect(run.err).toContain('renamed from “22-Паром через реку”');
  expect(run.err).toContain('times got the outlet’s zone: 1');
  expect(run.code).toBe(1);
  expect(run.out).toContain('kind-unknown-word');
  expect(run.out).not.toMatch(/folder-name|published-at-malformed/);
  expect(await readdir(path.join(folder, 'content/articles/ru/2026/11'))).toEqual([
    '21-b',
    '22-parom-cherez-reku',
  ]);
  const mended = await readFile(
    path.join(folder, 'content/articles/ru/2026/11/22-parom-cherez-reku/index.md'),
    'utf8',
  );
  expect(mended).toBe(TEXT.replace('09:30', '09:30+02:00'));
});

test('renames a folder as its language is written in Latin letters', async () => {
  folder = await makeOutlet({
    'articles/de/2026/11/22-Über/index.md': TEXT.replace('lang: ru', 'lang: de'),
  });
  await tamizdat(['check', '--fix', '--content', 'content'], folder);
  expect(await readdir(path.join(folder, 'content/articles/de/2026/11'))).toEqual(['22-ueber']);
});

test('touches named files alone', async () => {
  folder = await makeOutlet({
    'articles/ru/2026/11/22-a/index.md': TEXT.replace(/!.*\n/, 'Text.\n'),
    'articles/ru/2026/11/22-b/index.md': TEXT.replace(/!.*\n/, 'Text.\n').replace('T0V', 'T0W'),
  });
  const args = ['check', 'content/articles/ru/2026/11/22-a', '--fix', '--content', 'content'];
  const { code, out } = await tamizdat(args, folder);
  expect([code, out]).toEqual([
    0,
    'No problems. 1 file looked at, compared with 1 other article.\n',
  ]);
  const other = path.join(folder, 'content/articles/ru/2026/11/22-b/index.md');
  expect(await readFile(other, 'utf8')).toContain('09:30\n');
});

test('checks a named folder under its new name', async () => {
  folder = await makeOutlet({ [`${FOLDER}/index.md`]: TEXT.replace(/!.*\n/, 'Text.\n') });
  const args = ['check', `content/${FOLDER}/index.md`, '--fix', '--content', 'content'];
  const { code, out } = await tamizdat(args, folder);
  expect([code, out]).toEqual([0, 'No problems. 1 file looked at.\n']);
});

test('renames over nothing', async () => {
  folder = await makeOutlet({
    [`${FOLDER}/index.md`]: TEXT,
    'articles/ru/2026/11/22-parom-cherez-reku/index.md': 'another',
  });
  const { out } = await tamizdat(['check', '--fix', '--content', 'content'], folder);
  expect(out).toContain('folder-name');
  const other = path.join(folder, 'content/articles/ru/2026/11/22-parom-cherez-reku/index.md');
  expect(await readFile(other, 'utf8')).toBe('another');
});

test('takes out of a picture what it says of its author', async () => {
  const place = 'articles/ru/2026/11/22-a';
  folder = await makeOutlet({ [`${place}/index.md`]: TEXT });
  const said = Buffer.from('Author\0Anna Petrova');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(said.length);
  const crc = Buffer.from('7d5b3ee0', 'hex');
  const chunk = Buffer.concat([length, Buffer.from('tEXt'), said, crc]);
  const file = path.join(folder, 'content', place, 'a.png');
  await writeFile(file, Buffer.concat([PNG.subarray(0, 33), chunk, PNG.subarray(33)]));
  const before = await tamizdat(['check', '--content', 'content'], folder);
  expect(before.out).toContain('image-metadata');
  const { out, err } = await tamizdat(['check', '--fix', '--content', 'content'], folder);
  expect(out).not.toContain('image-metadata');
  expect(err).toContain('taken out: ');
  expect((await readFile(file)).equals(PNG)).toBe(true);
});

/** An AVIF of 16 × 16 pixels whose EXIF names its author, and a GIF with a comment that does. */
const REVEALING = [
  [
    'avif',
    'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAARdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABOwABAAAAAAAAACQAAgAAAAABXwABAAAAAAAAANgAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABhdjAxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAABAAAAAQAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAQRtZGF0EgAKCDgM/9pAQ0GkMhYZQmMEwAA0AAB1hk3a5lf+INGK2Uj4AAAABkV4aWYAAElJKgAIAAAABwASAQMAAQAAAAEAAAAaAQUAAQAAAGIAAAAbAQUAAQAAAGoAAAAoAQMAAQAAAAIAAAA7AQIADQAAAHIAAAATAgMAAQAAAAEAAABphwQAAQAAAIAAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAEFubmEgUGV0cm92YQAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAABAAAAADoAQAAQAAABAAAAAAAAAA',
  ],
  [
    'gif',
    'R0lGODlhEAAQAIAAAExpcURmiCH5BAUAAAAALAAAAAAQABAAAAIOjI+py+0Po5y02ouzPgUAIf4MQW5uYSBQZXRyb3ZhADs=',
  ],
] as const;

test.each(REVEALING)('takes out of a %s what it says of its author', async (sort, encoded) => {
  const place = 'articles/ru/2026/11/22-a';
  const name = `a.${sort}`;
  folder = await makeOutlet({ [`${place}/index.md`]: TEXT.replace('a.png', name) });
  const file = path.join(folder, 'content', place, name);
  const before = Buffer.from(encoded, 'base64');
  expect(before.includes('Anna Petrova')).toBe(true);
  await writeFile(file, before);
  expect((await tamizdat(['check', '--content', 'content'], folder)).out).toContain(
    'image-metadata',
  );
  const { out, err } = await tamizdat(['check', '--fix', '--content', 'content'], folder);
  expect(err).toContain('taken out: ');
  expect(out).not.toContain('image-metadata');
  expect((await readFile(file)).includes('Anna Petrova')).toBe(false);
});
