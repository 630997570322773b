import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stampTree } from '@tamizdat/tree';
import { loadBuild, saveBuild } from './build-record.ts';
import { withRendered } from './rendered-folder.ts';

let folder: string;
let state: string;
let tree: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-records-'));
  [state, tree] = [path.join(folder, 'state'), path.join(folder, 'dist')];
  mkdirSync(tree);
  writeFileSync(path.join(tree, 'index.html'), 'front');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const RECORD = {
  clock: '2026-11-22T11:00:00Z',
  origin: 'https://pane.example/',
  preview: false,
  takenBack: { 'en/a.html': 'notice' as const },
  inputs: 'a'.repeat(64),
};

const load = () => loadBuild(tree, stampTree(tree), state);

/** Changes the record as whoever can write into a cache may. */
function forge(change: (record: Record<string, unknown>) => unknown): void {
  saveBuild(tree, { ...RECORD, files: stampTree(tree) }, state);
  const [name = ''] = readdirSync(path.join(state, 'builds'));
  const file = path.join(state, 'builds', name);
  const record = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const changed = change(record);
  writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(changed ?? record));
}

test('what a build notes is loaded', () => {
  forge(() => undefined);
  expect(load()).toMatchObject({ record: RECORD, changed: [] });
});

test.each<[string, (record: Record<string, unknown>) => unknown]>([
  ['no JSON', () => '{"format":'],
  ['null', () => 'null'],
  ['a list', () => []],
  ['no files', (record) => ({ ...record, files: [] })],
  ['files that are no list', (record) => ({ ...record, files: { length: 1 } })],
  ['a file without stamp', (record) => ({ ...record, files: [['index.html']] })],
  ['a stamp that is no number', (record) => ({ ...record, files: [['index.html', 'a b c d']] })],
  ['another time', (record) => ({ ...record, clock: 'yesterday' })],
  ['no origin', (record) => ({ ...record, origin: undefined })],
  ['an origin that is a script', (record) => ({ ...record, origin: 'javascript:x' })],
  ['a preview that is a text', (record) => ({ ...record, preview: 'no' })],
  ['pages taken back that are none', (record) => ({ ...record, takenBack: { a: 'gone' } })],
  ['no pages taken back', (record) => ({ ...record, takenBack: null })],
  ['inputs that are no digest', (record) => ({ ...record, inputs: {} })],
  ['a fingerprint that is none', (record) => ({ ...record, fingerprint: 'x' })],
])('a record with %s is none', (_, change) => {
  forge(change);
  expect(load()).toBeUndefined();
});

test('a link or a pipe in a record’s place is none', () => {
  forge(() => undefined);
  const [name = ''] = readdirSync(path.join(state, 'builds'));
  const file = path.join(state, 'builds', name);
  writeFileSync(path.join(folder, 'other.json'), readFileSync(file));
  rmSync(file);
  symlinkSync(path.join(folder, 'other.json'), file);
  expect(load()).toBeUndefined();
  rmSync(file);
  execFileSync('mkfifo', [file]);
  expect(load()).toBeUndefined();
});

test('what is rendered stands in no folder behind a link, and only what killed runs left is deleted', async () => {
  const own = path.join(folder, 'own');
  mkdirSync(path.join(own, 'letters'), { recursive: true });
  mkdirSync(state);
  symlinkSync(own, path.join(state, 'rendered'));
  await withRendered(state, async (made) => {
    await Promise.resolve();
    writeFileSync(path.join(made, 'a'), 'a');
  });
  expect(readdirSync(own)).toEqual(['letters']);
  for (const name of ['999999999-abcdef', 'notes'])
    mkdirSync(path.join(state, 'rendered', name), { recursive: true });
  await withRendered(state, () => Promise.resolve());
  expect(readdirSync(path.join(state, 'rendered'))).toEqual(['notes']);
});
