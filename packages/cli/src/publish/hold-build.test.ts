import { linkSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stampTree } from '@tamizdat/tree';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadBuild, saveBuild } from '../build/build-record.ts';
import { holdBuild } from './hold-build.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const STORE = [{ place: { kind: 'rclone', remote: 'store:site', compress: false } }] as const;
const PLAIN = [{ place: { kind: 'folder', folder: '/srv/site' } }] as const;

let root = '';
const at = (...names: string[]) => path.join(root, ...names);
const changed = () => loadBuild(at('dist'), stampTree(at('dist')), at('cache'))?.changed;
/** As rclone's store holds a file on its way. */
const link = () => {
  linkSync(at('dist/a.html'), at('staged'));
  rmSync(at('staged'));
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hold-build-'));
  for (const name of ['cache/builds', 'dist']) mkdirSync(at(name), { recursive: true });
  for (const name of ['a.html', 'b.html']) {
    writeFileSync(at('dist', name), 'text');
    utimesSync(at('dist', name), LONG_AGO, LONG_AGO);
  }
  const build = { clock: '2026-11-22T12:00:00Z', origin: 'https://a.example/', takenBack: {} };
  const files = stampTree(at('dist'));
  saveBuild(at('dist'), { ...build, preview: false, files }, at('cache'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('what a store of rclone linked on its way is as the build left it', () => {
  const settle = holdBuild(at('dist'), STORE, at('cache'));
  link();
  expect(changed()).toEqual(['a.html']);
  settle();
  expect(changed()).toEqual([]);
});

test('what was changed meanwhile is not', () => {
  const settle = holdBuild(at('dist'), STORE, at('cache'));
  link();
  writeFileSync(at('dist/b.html'), 'other');
  settle();
  expect(changed()).toEqual(['a.html', 'b.html']);
});

test('nor what was changed before, its time put back, or where nothing is linked', () => {
  writeFileSync(at('dist/b.html'), 'TEXT');
  utimesSync(at('dist/b.html'), LONG_AGO, LONG_AGO);
  const settle = holdBuild(at('dist'), STORE, at('cache'));
  link();
  settle();
  expect(changed()).toEqual(['a.html', 'b.html']);
  holdBuild(at('dist'), PLAIN, at('cache'))();
  expect(changed()).toEqual(['a.html', 'b.html']);
});
