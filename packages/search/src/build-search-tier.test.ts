import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOneTier, buildSearchIndex } from '../testing/build-search-index.ts';
import { makeEnglishDocuments, makeRussianDocuments } from '../testing/documents.ts';
import { SearchIndexError } from './search-index-error.ts';
import { parseTierList } from './tier-facts.ts';

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
  const facts = await buildOneTier({ documents, language: 'en', outputFolder });
  expect(facts).toEqual({
    key: 'recent',
    documents: 4,
    since: '2024-07-19',
    hash: expect.stringMatching(/^en_[0-9a-f]{10}$/) as string,
    filters: {
      section: ['city', 'courts', 'money', 'nature'],
      author: ['Anna Lebedeva', 'Igor Kim'],
      year: ['2024', '2025', '2026'],
    },
  });
  const files = Object.keys(await hashTree(outputFolder));
  const shapes = files.map((path) => path.replace(/en_[0-9a-f]+/, 'HASH'));
  expect([...new Set(shapes)].sort()).toEqual([
    'pagefind.js',
    'recent/filter/HASH.pf_filter',
    'recent/fragment/HASH.pf_fragment',
    'recent/index/HASH.pf_index',
    'recent/pagefind.HASH.pf_meta',
    'tiers.json',
    'wasm.en.pagefind',
  ]);
  expect(files).toContain(`recent/pagefind.${facts.hash}.pf_meta`);
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
  await buildOneTier({ documents: [hostile], language: 'en', outputFolder });
  const [name] = await readdir(join(outputFolder, 'recent', 'fragment'));
  const packed = await readFile(join(outputFolder, 'recent', 'fragment', name ?? ''));
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
  await buildOneTier({ documents: makeRussianDocuments(), language: 'ru', outputFolder: here });
  const expected = await hashTree(here);
  const script = fileURLToPath(new URL('../testing/build-sample.ts', import.meta.url));
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
  await buildOneTier({ documents, language: 'en', outputFolder });
  await buildOneTier({ documents: documents.slice(0, 1), language: 'en', outputFolder });
  expect(await readdir(join(outputFolder, 'recent', 'fragment'))).toHaveLength(1);
});

const languageOf = (documents: ReturnType<typeof makeRussianDocuments>) => {
  const years = [...new Set(documents.map(({ year }) => year))].sort().reverse();
  return years.map((key) => ({ key, documents: documents.filter(({ year }) => year === key) }));
};

test('tiers stand beside each other, and what they have in common stands once', async () => {
  const outputFolder = join(scratch, 'tiers');
  const tiers = languageOf(makeRussianDocuments());
  const facts = await buildSearchIndex({ tiers, language: 'ru', outputFolder });
  expect(facts.map(({ key, documents, since }) => [key, documents, since])).toEqual([
    ['2026', 5, '2026-03-01'],
    ['2025', 3, '2025-04-12'],
    ['2024', 2, '2024-06-06'],
    ['2023', 18, '2023-01-01'],
  ]);
  expect((await readdir(outputFolder)).sort()).toEqual(
    ['2023', '2024', '2025', '2026', 'pagefind.js', 'tiers.json', 'wasm.ru.pagefind'].sort(),
  );
  const list = parseTierList(await readFile(join(outputFolder, 'tiers.json'), 'utf8'));
  expect(list.tiers).toEqual(facts);
});

test('a change in one tier changes its folder and the list of tiers alone', async () => {
  const outputFolder = join(scratch, 'one-changed');
  const tiers = languageOf(makeRussianDocuments());
  await buildSearchIndex({ tiers, language: 'ru', outputFolder });
  const before = await hashTree(outputFolder);
  const [newest, ...closed] = tiers;
  if (newest === undefined) throw new Error('there are four years');
  const fewer = { ...newest, documents: newest.documents.slice(1) };
  await buildSearchIndex({ tiers: [fewer, ...closed], language: 'ru', outputFolder });
  const after = await hashTree(outputFolder);
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => before[name] !== after[name]);
  expect([...new Set(changed.map((name) => name.split('/')[0]))].sort()).toEqual([
    '2026',
    'tiers.json',
  ]);
});

test('a tier that is no longer there is taken out', async () => {
  const outputFolder = join(scratch, 'closed');
  const tiers = languageOf(makeRussianDocuments());
  await buildSearchIndex({ tiers, language: 'ru', outputFolder });
  await buildSearchIndex({ tiers: tiers.slice(0, 1), language: 'ru', outputFolder });
  expect((await readdir(outputFolder)).sort()).toEqual(
    ['2026', 'pagefind.js', 'tiers.json', 'wasm.ru.pagefind'].sort(),
  );
  await buildSearchIndex({ tiers: [], language: 'ru', outputFolder });
  expect(await readdir(outputFolder)).toEqual(['pagefind.js']);
});

test('documents without a word make no tier', async () => {
  const outputFolder = join(scratch, 'wordless');
  const [document] = makeEnglishDocuments();
  if (document === undefined) throw new Error('the sample is empty');
  const wordless = { ...document, title: '…', standfirst: '—', bodyHtml: '' };
  const tiers = [{ key: 'recent', documents: [wordless] }];
  await buildSearchIndex({ tiers, language: 'en', outputFolder });
  expect(await readFile(join(outputFolder, 'pagefind.js'), 'utf8')).toContain('documents = 0');
});

test('no documents make an index that says so', async () => {
  const outputFolder = join(scratch, 'empty');
  expect(await buildSearchIndex({ tiers: [], language: 'ru', outputFolder })).toEqual([]);
  expect(await readdir(outputFolder)).toEqual(['pagefind.js']);
});

test.each([
  ['uk', 'wasm.unknown.pagefind'],
  ['pt-BR', 'wasm.pt-br.pagefind'],
])('a language of its own kind is indexed: %s', async (language, wasm) => {
  const outputFolder = join(scratch, language);
  const documents = makeEnglishDocuments().map((document) => ({ ...document, lang: language }));
  await buildOneTier({ documents, language, outputFolder });
  const names = await readdir(outputFolder);
  expect(names.filter((name) => name.startsWith('wasm'))).toEqual([wasm]);
});

test('two indexes are built side by side', async () => {
  const build = (language: string, documents: ReturnType<typeof makeEnglishDocuments>) =>
    buildOneTier({ documents, language, outputFolder: join(scratch, 'side', language) });
  const [english, russian] = await Promise.all([
    build('en', makeEnglishDocuments()),
    build('ru', makeRussianDocuments()),
  ]);
  expect([english.documents, russian.documents]).toEqual([4, 28]);
});

test('bad documents are all named, and the former index stays', async () => {
  const outputFolder = join(scratch, 'kept');
  const documents = makeEnglishDocuments();
  await buildOneTier({ documents, language: 'en', outputFolder });
  const before = await hashTree(outputFolder);
  const bad = documents.map((document) => ({ ...document, address: '/x.html', publishedAt: '' }));
  const failure = await buildOneTier({ documents: bad, language: 'en', outputFolder }).catch(
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
  await expect(buildSearchIndex({ tiers: [], language: 'en', outputFolder })).rejects.toThrow(
    'search-folder-not-index',
  );
  expect(await readdir(outputFolder)).toEqual(['diary.txt']);
});

test('a tier’s folder with other things in it is left alone', async () => {
  const outputFolder = join(scratch, 'strange-tier');
  await mkdir(join(outputFolder, 'recent'), { recursive: true });
  await writeFile(join(outputFolder, 'recent', 'diary.txt'), 'mine');
  const documents = makeEnglishDocuments();
  await expect(buildOneTier({ documents, language: 'en', outputFolder })).rejects.toThrow(
    'search-folder-not-index',
  );
  expect(await readdir(join(outputFolder, 'recent'))).toEqual(['diary.txt']);
});

test('a file in the folder’s place is named as a problem', async () => {
  const outputFolder = join(scratch, 'file');
  await writeFile(outputFolder, '');
  await expect(buildSearchIndex({ tiers: [], language: 'en', outputFolder })).rejects.toThrow(
    'search-folder-unreadable',
  );
});
