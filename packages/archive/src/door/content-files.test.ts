import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Archive, type ArchiveSource } from '../archive.ts';
import { ContentFiles } from './content-files.ts';
import { recordDoor, type Reads } from './recording-door.ts';

const FOLDER = 'articles/en/2026/11/22-story';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tamizdat-files-'));
  await mkdir(join(root, FOLDER), { recursive: true });
  await writeFile(join(root, FOLDER, 'index.md'), '---\ntitle: A\n---\n\nText.\n');
  await writeFile(join(root, FOLDER, 'порт.jpg'.normalize('NFD')), 'jpeg');
});
afterAll(() => rm(root, { recursive: true }));

/** What was asked of a door in which a file has this digest, with what was answered. */
async function readsOf(digest: string, read: (files: ContentFiles) => Promise<unknown>) {
  const digests = new Map([
    [`${FOLDER}/index.md`, digest],
    [`${FOLDER}/порт.jpg`, digest],
  ]);
  const source = { authors: [], pages: [], articles: [], digests };
  const reads: Reads = new Map();
  const door = new Archive(
    () =>
      Promise.resolve({
        ...source,
        outlet: { languages: [], sections: [], tags: [], series: [] },
      } as unknown as ArchiveSource),
    { clock: '2026-11-22T12:00:00Z' },
  );
  const found = await read(new ContentFiles(root).through(recordDoor(door, reads)));
  return { found, reads: [...reads] };
}

it.each([
  ['a text', (files: ContentFiles) => files.text({ folder: FOLDER }), '\nText.\n'],
  [
    'a picture, by either spelling of its name',
    (files: ContentFiles) => files.find(FOLDER, 'порт.jpg'),
    expect.stringMatching(/\.jpg$/),
  ],
  ['the names of a folder', (files: ContentFiles) => files.names(FOLDER), ['index.md', 'порт.jpg']],
])('%s is asked of the door, and another file gives another answer', async (_, read, wanted) => {
  const before = await readsOf('aa', read);
  expect(before.found).toEqual(wanted);
  expect(before.reads).toHaveLength(1);
  expect((await readsOf('aa', read)).reads).toEqual(before.reads);
  expect((await readsOf('bb', read)).reads).not.toEqual(before.reads);
});
