import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runHere } from '@tamizdat/cli/run-here';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ADDED_LINE, BAD_INPUTS, FERRY, INDEX, LIBRARY } from './bad-input/bad-inputs.ts';
import { ContentFolder } from './fixture/content-folder.ts';
import { FIXTURE_NOW, runTamizdat, type Ran } from './workplace/run-tamizdat.ts';
import { compareStates, NO_CHANGES, readUntouched } from './workplace/tree-state.ts';
import { Workplace } from './workplace/workplace.ts';

// The command takes its language from what it is started in.
vi.hoisted(() => {
  process.env['LC_ALL'] = 'C';
});

const repository = path.resolve(import.meta.dirname, '../..');
const work = new Workplace();
const dist = work.tree;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-bad-'));
  await work.content.fill();
  await work.build();
});

afterAll(() => {
  work.remove();
  rmSync(folder, { recursive: true });
});

let count = 0;

/** A content folder with the fixture, called `content` as messages call it. */
async function newContent(): Promise<ContentFolder> {
  const content = new ContentFolder(path.join(folder, String(++count), 'content'));
  await content.fill();
  return content;
}

function expectRefused({ code, output }: Ran): void {
  expect(code, output).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  expect(output).not.toMatch(/\b(?:Type|Range|Syntax|Reference)Error\b|node:internal/);
}

/** Runs the command in this process: what is asked about is what it says, not how it starts. */
async function ask(...args: string[]): Promise<Ran> {
  const { code, out, err } = await runHere(args, {
    cwd: repository,
    env: { TAMIZDAT_NOW: FIXTURE_NOW },
  });
  return { code, output: out + err };
}

/** What a terminal would act on, or an eye would not see. */
const UNSEEN = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

test.each(BAD_INPUTS)(
  '$name is told with its place, and the tree stays',
  async ({ spoil, place, code }) => {
    const content = await newContent();
    const before = readUntouched(dist);
    spoil(content);
    const args = ['--content', content.root];
    const places = ['--out', dist, '--state', work.state];
    for (const command of [['check'], ['build', ...places]]) {
      const ran = await ask(...command, ...args);
      expectRefused(ran);
      expect(ran.output).toContain(`--> ${place}`);
      expect(ran.output).toMatch(new RegExp(`^error\\[[a-z-]*(?:${code.source})[a-z-]*\\]: `, 'm'));
      expect(ran.output).not.toMatch(UNSEEN);
    }
    expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
  },
);

test('all problems of several broken files are told at once', async () => {
  const content = await newContent();
  content.editArticle(
    FERRY,
    (text) => `${text.replace('kind: news', 'kind: gossip')}\n<script>x</script>\n`,
  );
  content.editArticle(LIBRARY, (text) => text.replace('tags: [books]', 'tags: [boks, rivr]'));
  content.write('authors/anna.yaml', 'name: Anna\n');
  content.write('pages/en/about.md', '---\ntitle: About\nsurprise: 1\n---\n\nText.\n');
  const { output, code } = await runTamizdat(repository, [
    'check',
    '--json',
    '--content',
    content.root,
  ]);
  expect(code).toBe(1);
  const { problems } = JSON.parse(output) as { problems: { file: string; line: number }[] };
  const places = problems.map(({ file, line }) => `${file}:${String(line)}`);
  expect(places).toEqual(
    expect.arrayContaining([
      `${INDEX}:4`,
      `${INDEX}:${String(ADDED_LINE)}`,
      'content/authors/anna.yaml:1',
      'content/pages/en/about.md:3',
    ]),
  );
  expect(places.filter((place) => place === `content/articles/${LIBRARY}/index.md:7`)).toHaveLength(
    2,
  );
});

test('an image of 200 MB is refused without being read into memory', async () => {
  const content = await newContent();
  const small = await peakMemory(content);
  BAD_INPUTS.find(({ name }) => name === 'an image of 200 MB')?.spoil(content);
  expect((await peakMemory(content)) - small).toBeLessThan(60_000);
});

/** Most memory that a check held at once, in KiB. */
async function peakMemory(content: ContentFolder): Promise<number> {
  const report = path.join(folder, 'peak');
  const module = path.join(folder, 'peak.mjs');
  writeFileSync(
    module,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`,
  );
  const env = { NODE_OPTIONS: `--import=${pathToFileURL(module).href}` };
  await runTamizdat(repository, ['check', '--content', content.root], { env });
  return Number(readFileSync(report, 'utf8'));
}

test.each([
  ['an empty content folder', true, 'outlet.yaml:1'],
  ['a missing content folder', false, 'content:1'],
])('%s is told, and the tree stays', async (_, exists, place) => {
  const root = path.join(folder, String(++count), 'content');
  if (exists) mkdirSync(root, { recursive: true });
  const before = readUntouched(dist);
  const places = ['--out', dist, '--state', work.state];
  for (const command of [['check'], ['build', ...places]]) {
    const ran = await runTamizdat(repository, [...command, '--content', root]);
    expectRefused(ran);
    expect(ran.output).toContain(place);
  }
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});
