import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCollections } from './collections.ts';
import { type LanguageClient, startLanguageClient } from '../../testing/language-client.ts';

const repository = resolve(import.meta.dirname, '../../../..');
const require = createRequire(import.meta.url);
const ARTICLE = 'articles/en/2026/11/22-harbour-lights/index.md';

/** Positions are marked with `|` in the text. */
function marked(text: string): { text: string; position: { line: number; character: number } } {
  const before = text.slice(0, text.indexOf('|'));
  const line = before.split('\n').length - 1;
  const character = before.length - (before.lastIndexOf('\n') + 1);
  return { text: text.replace('|', ''), position: { line, character } };
}

let folder: string;
const running: LanguageClient[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamizdat-editor-'));
});

afterAll(async () => {
  for (const client of running) client.stop();
  await rm(folder, { recursive: true });
});

async function startAstro(): Promise<LanguageClient> {
  const root = `${pathToFileURL(join(folder, 'content')).href}/`;
  const collections = join(folder, '.astro/collections');
  await mkdir(collections, { recursive: true });
  const files = buildCollections(root, [ARTICLE], { authors: ['anna-petrova', 'li-wei'] });
  for (const [name, data] of Object.entries(files)) {
    await writeFile(join(collections, name), JSON.stringify(data));
  }
  await writeFile(join(folder, 'package.json'), '{}');
  const client = await startLanguageClient({
    script: join(
      dirname(require.resolve('@astrojs/language-server/package.json')),
      'bin/nodeServer.js',
    ),
    folder: pathToFileURL(folder).href,
    initializationOptions: {
      contentIntellisense: true,
      typescript: { tsdk: dirname(require.resolve('typescript')) },
    },
  });
  running.push(client);
  return client;
}

test('an editor completes and checks an article’s front matter', { timeout: 60_000 }, async () => {
  const client = await startAstro();
  const uri = pathToFileURL(join(folder, 'content', ARTICLE)).href;
  const { text, position } = marked(
    '---\ntitle: Short\nkind: |\nsektion: news\nauthors: []\n---\n\nText.\n',
  );
  await mkdir(dirname(join(folder, 'content', ARTICLE)), { recursive: true });
  await writeFile(join(folder, 'content', ARTICLE), text);
  const problems = await client.diagnose(uri, 'markdown', text);
  const messages = problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  expect(messages).toMatchInlineSnapshot(`
    [
      "4: Property sektion is not allowed.",
      "2: String is shorter than the minimum length of 10.",
      "3: Value is not accepted. Valid values: "news", "analysis", "opinion", "feature", "interview", "live", "republished", "link".",
      "3: Incorrect type. Expected "string".",
      "1: Missing property "status".",
      "1: Missing property "section".",
      "1: Missing property "lang".",
      "1: Missing property "id".",
    ]
  `);
  expect(await client.complete(uri, position)).toEqual(
    expect.arrayContaining(['news', 'analysis', 'republished']),
  );
});

test('an editor completes and checks an author’s record', { timeout: 60_000 }, async () => {
  const settings = JSON.parse(
    await readFile(join(repository, '.vscode/settings.json'), 'utf8'),
  ) as Record<string, unknown>;
  const yaml = Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) =>
      key.startsWith('yaml.') ? [[key.slice('yaml.'.length), value]] : [],
    ),
  );
  const client = await startLanguageClient({
    script: join(
      dirname(require.resolve('yaml-language-server/package.json')),
      'bin/yaml-language-server',
    ),
    folder: pathToFileURL(repository).href,
    settings: {
      yaml: { ...yaml, validate: true, completion: true, schemaStore: { enable: false } },
    },
  });
  running.push(client);
  const uri = pathToFileURL(join(repository, 'content/authors/new-author.yaml')).href;
  const { text, position } = marked('name:\n  en: Anna Petrova\npseudonym: maybe\np|\n');
  const problems = await client.diagnose(uri, 'yaml', text);
  const messages = problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  expect(messages).toMatchInlineSnapshot(`
    [
      "4: Implicit map keys need to be followed by map values",
      "3: Incorrect type. Expected "boolean".",
    ]
  `);
  expect(await client.complete(uri, position)).toEqual(expect.arrayContaining(['photo', 'place']));
});
