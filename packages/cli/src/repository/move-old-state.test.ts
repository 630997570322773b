import type * as Fs from 'node:fs';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLock } from '@tamizdat/tree';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CACHE, STATE } from './folders.ts';
import { moveOldState } from './move-old-state.ts';

const { renameSync } = vi.hoisted(() => ({ renameSync: vi.fn() }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  renameSync.mockImplementation(fs.renameSync);
  return { ...fs, renameSync };
});
const own = renameSync.getMockImplementation() ?? (() => undefined);

const LAY = {
  'release/state.json': 'history',
  'release/published/1.root.json': 'root',
  'state.git/HEAD': 'ref',
  'newsletter/sent/one.json': 'sent',
  'seen/a.json': 'seen',
  'watch.sqlite': 'watched',
  'builds/b.json': 'build',
  'content-0123456789abcdef': 'index',
  'cache/media/picture': 'picture',
};
const LIE = {
  [`${STATE}/release/state.json`]: 'history',
  [`${STATE}/release/published/1.root.json`]: 'root',
  [`${STATE}/state.git/HEAD`]: 'ref',
  [`${STATE}/newsletter/sent/one.json`]: 'sent',
  [`${STATE}/seen/a.json`]: 'seen',
  [`${STATE}/watch.sqlite`]: 'watched',
  [`${CACHE}/builds/b.json`]: 'build',
  [`${CACHE}/content-0123456789abcdef`]: 'index',
  [`${CACHE}/media/picture`]: 'picture',
};

let base: string;
let said: string[];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'tamizdat-move-'));
  for (const [name, text] of Object.entries(LAY)) write(`.tamizdat/${name}`, text);
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  renameSync.mockImplementation(own);
  vi.restoreAllMocks();
  rmSync(base, { recursive: true });
});

function write(name: string, text: string): void {
  const file = path.join(base, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function lying(): Record<string, string> {
  const files = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [path.relative(base, file), readFileSync(file, 'utf8')]),
  );
}

test('state and caches come apart, the old folder goes, and it is said once', async () => {
  await moveOldState(base);
  expect([lying(), existsSync(path.join(base, '.tamizdat'))]).toEqual([LIE, false]);
  await moveOldState(base);
  expect(said).toEqual([expect.stringContaining('release')]);
});

test('a move that is killed after any step is finished by the next run, and nothing is lost', async () => {
  for (let steps = 0; steps < 9; steps++) {
    rmSync(base, { recursive: true });
    for (const [name, text] of Object.entries(LAY)) write(`.tamizdat/${name}`, text);
    let left = steps;
    renameSync.mockImplementation((...args: unknown[]) => {
      if (left-- === 0) throw new Error('killed');
      own(...args);
    });
    await moveOldState(base).catch(() => undefined);
    expect(Object.values(lying()).sort()).toEqual(
      expect.arrayContaining(['history', 'root', 'ref', 'sent', 'seen', 'watched']),
    );
    renameSync.mockImplementation(own);
    await moveOldState(base);
    expect(lying(), `killed after ${steps}`).toEqual(LIE);
  }
});

test('from another disk it is copied, and the old one stays until the copy is whole', async () => {
  renameSync.mockImplementation((from: string, to: string) => {
    if (!from.endsWith('.part') && from.includes('.tamizdat'))
      throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
    own(from, to);
  });
  write(`${STATE}/release.part/state.json`, 'half of an earlier run');
  await moveOldState(base);
  expect(lying()).toMatchObject(
    Object.fromEntries(Object.entries(LIE).filter(([name]) => name.startsWith(STATE))),
  );
  expect(existsSync(path.join(base, STATE, 'release.part'))).toBe(false);
});

test('where there is a history in both places neither is touched', async () => {
  write(`${STATE}/release/state.json`, 'another');
  const before = lying();
  await expect(moveOldState(base)).rejects.toThrow(/^state-twice: release /);
  expect(lying()).toEqual(before);
});

test('nothing is moved while an earlier version is at work, and what is of somebody else stays', async () => {
  write('.tamizdat/notes.txt', 'mine');
  await withLock(path.join(base, '.tamizdat/release.lock'), async () => {
    await expect(moveOldState(base)).rejects.toMatchObject({ code: 'publish-locked' });
  });
  expect(lying()).toMatchObject({ '.tamizdat/release/state.json': 'history' });
  await moveOldState(base);
  expect(lying()).toEqual({ ...LIE, '.tamizdat/notes.txt': 'mine' });
});
