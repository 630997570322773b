import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readContent } from './read-content.ts';

const OUTLET = `name: { en: The Window }
description: { en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages: [{ code: en, name: English, locale: en-GB }]
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics } }]
licence: { name: { en: CC BY 4.0 } }
`;

const NOW = '2026-11-22T12:00:00Z';

let folder: string;
let root: string;
let state: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-kept-content-'));
  root = path.join(folder, 'content');
  state = path.join(folder, '.cache');
  mkdirSync(path.join(root, 'pages/en'), { recursive: true });
  mkdirSync(state);
  writeFileSync(path.join(root, 'outlet.yaml'), OUTLET);
  put('A newsroom.');
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Writes a page. */
const put = (text: string): void => {
  writeFileSync(path.join(root, 'pages/en/about.md'), `---\ntitle: About us\n---\n\n${text}\n`);
};

/** Reads the content as a build of a kit does, and gives what was said and the one file that is kept. */
async function read(kit = 'kit') {
  const said: string[] = [];
  const spy = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => said.push(String(text)) > 0);
  const content = await readContent(root, NOW, { state, kit });
  spy.mockRestore();
  const [name = ''] = readdirSync(state);
  return { content, said: said.join(''), place: path.join(state, name) };
}

test('what was read is kept, and an error of an unchanged file is told again', async () => {
  put('[nowhere](/en/nowhere.html)\n\n<script>alert(1)</script>');
  const first = await read();
  expect([first.content, first.said]).toEqual([undefined, expect.stringContaining('about.md')]);
  const again = await read();
  expect([again.content, again.said]).toEqual([undefined, first.said]);
});

test('nothing is written where nothing changed', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  const { place } = await read();
  utimesSync(place, 1, 1);
  await read();
  expect(statSync(place).mtimeMs).toBe(1_000);
  put('Other words.');
  await read();
  expect(statSync(place).mtimeMs).toBeGreaterThan(1_000);
});

test('a damaged index, and one of another kit, are rebuilt with one line that says so', async () => {
  const { place, content } = await read();
  const whole = readFileSync(place);
  truncateSync(place, whole.length - 9);
  const damaged = await read();
  expect(damaged.said).toBe('What was kept of the content is damaged: all of it is read\n');
  expect(damaged.content).toEqual(content);
  const other = await read('another kit');
  expect(other.said).toMatch(/^What was kept of the content is of another version .*\n$/);
  expect((await read('another kit')).said).toBe('');
});

test('an index that cannot be kept ends no build', async () => {
  const { place, content } = await read();
  rmSync(place);
  mkdirSync(place);
  writeFileSync(path.join(place, 'x'), 'x');
  const second = await read();
  expect(second.content).toEqual(content);
  expect(second.said).toContain('What was read of the content is not kept: ');
});

test('an index that is a link is not followed, neither to be read nor to be written', async () => {
  const { place } = await read();
  const elsewhere = path.join(folder, 'elsewhere');
  writeFileSync(elsewhere, readFileSync(place));
  rmSync(place);
  symlinkSync(elsewhere, place);
  const before = readFileSync(elsewhere);
  expect((await read()).said).toContain('damaged');
  put('Other words.');
  await read();
  expect(readFileSync(elsewhere)).toEqual(before);
});

test('a folder that is not there is told of as ever', async () => {
  rmSync(root, { recursive: true });
  const { content, said } = await read();
  expect([content, said]).toEqual([undefined, expect.stringContaining('content')]);
});
