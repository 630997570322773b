import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSearchIndex } from './build-search-index.ts';
import { makeEnglishDocuments, makeRussianDocuments } from './sample/documents.ts';
import { SearchIndexError } from './search-index-error.ts';

const run = promisify(execFile);
let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'tamizdat-search-'));
});
afterAll(() => rm(scratch, { recursive: true }));

async function hashTree(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((name) => name.isFile())
    .map((name) => join(name.parentPath, name.name));
  const hashed = files.sort().map(async (path) => {
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(folder.length + 1), digest] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}

test('the folder holds what a search asks for and nothing else', async () => {
  const outputFolder = join(scratch, 'plain', 'search', 'en');
  const documents = makeEnglishDocuments();
  const summary = await buildSearchIndex({ documents, language: 'en', outputFolder });
  const files = Object.keys(await hashTree(outputFolder));
  expect(summary).toMatchObject({ documents: 4, files: files.length });
  const shapes = files.map((path) => path.replace(/en_[0-9a-f]+/, 'HASH'));
  expect([...new Set(shapes)].sort()).toEqual([
    'filter/HASH.pf_filter',
    'fragment/HASH.pf_fragment',
    'index/HASH.pf_index',
    'pagefind-entry.json',
    'pagefind.HASH.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
});

test('a fragment holds plain text, filters and what a result shows', async () => {
  const outputFolder = join(scratch, 'fragment');
  const [, , , last] = makeEnglishDocuments();
  if (last === undefined) throw new Error('the sample is too short');
  const hostile = {
    ...last,
    title: 'A "quoted" <verdict> & more',
    authors: ['Anna, Lebedeva: "x"', 'Igor Kim'],
    bodyHtml:
      '</p></body><p data-pagefind-ignore>kept</p><span data-pagefind-meta="title">no</span>',
  };
  await buildSearchIndex({ documents: [hostile], language: 'en', outputFolder });
  const [name] = await readdir(join(outputFolder, 'fragment'));
  const packed = await readFile(join(outputFolder, 'fragment', name ?? ''));
  const json = gunzipSync(packed).toString('utf8').replace('pagefind_dcd', '');
  expect(JSON.parse(json)).toMatchInlineSnapshot(`
    {
      "anchors": [],
      "content": "A "quoted" <verdict> & more. The court sat for nine hours. kept. no.",
      "filters": {
        "author": [
          "Anna, Lebedeva: "x"",
          "Igor Kim",
        ],
        "section": [
          "courts",
        ],
        "year": [
          "2024",
        ],
      },
      "meta": {
        "date": "day 2024-07-19",
        "published": "2024-07-19T09:00:00+03:00",
        "section": "§ courts",
        "standfirst": "The court sat for nine hours.",
        "title": "A "quoted" <verdict> & more",
      },
      "url": "en/2024/07/19/story-3.html",
      "word_count": 13,
    }
  `);
});

const CONDITIONS: [string, string[], Record<string, string>][] = [
  [
    'one core, Turkish, Tokyo',
    ['reversed'],
    { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ],
  ['all cores, C locale, New York', [], { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }],
];

test('the same documents give the same bytes, whatever the machine is set to', async () => {
  const here = join(scratch, 'here');
  await buildSearchIndex({ documents: makeRussianDocuments(), language: 'ru', outputFolder: here });
  const expected = await hashTree(here);
  const script = fileURLToPath(new URL('./sample/build-sample.ts', import.meta.url));
  for (const [label, order, env] of CONDITIONS) {
    const folder = join(scratch, 'elsewhere', label);
    const command = [process.execPath, script, folder, ...order];
    if (process.platform === 'linux' && label.startsWith('one core')) {
      command.unshift('taskset', '-c', '0');
    }
    const [program, ...args] = command;
    await run(program ?? '', args, { env: { ...process.env, ...env } });
    expect(await hashTree(folder), label).toEqual(expected);
  }
});

test('a later index replaces a former one whole', async () => {
  const outputFolder = join(scratch, 'again');
  const documents = makeEnglishDocuments();
  await buildSearchIndex({ documents, language: 'en', outputFolder });
  await buildSearchIndex({ documents: documents.slice(0, 1), language: 'en', outputFolder });
  expect(await readdir(join(outputFolder, 'fragment'))).toHaveLength(1);
});

test('no documents make an index that says so', async () => {
  const outputFolder = join(scratch, 'empty');
  const summary = await buildSearchIndex({ documents: [], language: 'ru', outputFolder });
  expect(summary).toEqual({ documents: 0, files: 1, bytes: 28 });
  expect(await readdir(outputFolder)).toEqual(['pagefind.js']);
});

test.each([
  ['uk', 'wasm.unknown.pagefind'],
  ['pt-BR', 'wasm.pt-br.pagefind'],
])('a language of its own kind is indexed: %s', async (language, wasm) => {
  const outputFolder = join(scratch, language);
  const documents = makeEnglishDocuments().map((document) => ({ ...document, lang: language }));
  await buildSearchIndex({ documents, language, outputFolder });
  const names = await readdir(outputFolder);
  expect(names.filter((name) => name.startsWith('wasm'))).toEqual([wasm]);
});

test('two indexes are built side by side', async () => {
  const build = (language: string, documents: ReturnType<typeof makeEnglishDocuments>) =>
    buildSearchIndex({ documents, language, outputFolder: join(scratch, 'side', language) });
  const [english, russian] = await Promise.all([
    build('en', makeEnglishDocuments()),
    build('ru', makeRussianDocuments()),
  ]);
  expect([english.documents, russian.documents]).toEqual([4, 28]);
});

test('bad documents are all named, and the former index stays', async () => {
  const outputFolder = join(scratch, 'kept');
  const documents = makeEnglishDocuments();
  await buildSearchIndex({ documents, language: 'en', outputFolder });
  const before = await hashTree(outputFolder);
  const bad = documents.map((document) => ({ ...document, address: '/x.html', publishedAt: '' }));
  const failure = await buildSearchIndex({ documents: bad, language: 'en', outputFolder }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(SearchIndexError);
  const { problems, message } = failure as SearchIndexError;
  expect(problems).toHaveLength(11);
  expect(message.split('\n').slice(0, 2).join('\n')).toMatchInlineSnapshot(`
    "/x.html: the address is not a plain path of the tree [search-address-unsafe]
      write it relative and in ASCII, for example en/2026/11/22/slug.html"
  `);
  expect(await hashTree(outputFolder)).toEqual(before);
});

test('a folder with other things in it is left alone', async () => {
  const outputFolder = join(scratch, 'strange');
  await mkdir(outputFolder);
  await writeFile(join(outputFolder, 'diary.txt'), 'mine');
  await expect(buildSearchIndex({ documents: [], language: 'en', outputFolder })).rejects.toThrow(
    'search-folder-not-index',
  );
  expect(await readdir(outputFolder)).toEqual(['diary.txt']);
});

test('a file in the folder’s place is named as a problem', async () => {
  const outputFolder = join(scratch, 'file');
  await writeFile(outputFolder, '');
  await expect(buildSearchIndex({ documents: [], language: 'en', outputFolder })).rejects.toThrow(
    'search-folder-unreadable',
  );
});
