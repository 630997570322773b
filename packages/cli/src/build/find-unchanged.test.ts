import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentIndex, type KeptDigest } from '@tamizdat/archive';
import { stampTree } from '@tamizdat/tree';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuildOptions } from './build-options.ts';
import { type BuildRecord, saveBuild } from './build-record.ts';
import { findUnchanged } from './find-unchanged.ts';

const NOW = '2026-11-22T12:00:00Z';
const CLOCK = '2026-11-22T11:00:00Z';
const KIT = 'e'.repeat(64);
const UNTIL = '2026-11-22T13:00:00Z';

let folder: string;
let options: BuildOptions;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-find-unchanged-'));
  const [content, out, state, media] = ['content', 'dist', 'state', 'media'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  for (const made of [content, out]) mkdirSync(made);
  writeFileSync(path.join(content, 'outlet.yaml'), 'name: {}');
  writeFileSync(path.join(out, 'index.html'), 'front');
  options = { content, out, state, media, now: NOW, preview: false, force: false };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Leaves what a build leaves that has just read the content and written the tree. */
function leave(other: Partial<BuildRecord> = {}): void {
  const { content, out, state } = options;
  const record: BuildRecord = {
    ...{ clock: CLOCK, origin: 'https://pane.example/', preview: false, takenBack: {} },
    content: { folder: path.relative(state, content), until: UNTIL, files: digests() },
    seen: { now: NOW, kit: KIT, warnings: 2 },
    files: stampTree(out),
  };
  mkdirSync(state, { recursive: true });
  saveBuild(out, { ...record, ...other }, state);
}

test('what a build left is found again, with what it told', () => {
  leave();
  expect(findUnchanged(options, KIT)).toEqual({ clock: CLOCK, warnings: 2 });
});

test('before the first build nothing is known', () => {
  expect(findUnchanged(options, KIT)).toBeUndefined();
});

test.each<[string, () => void]>([
  [
    'a file of the content',
    () => {
      write('content/outlet.yaml', 'name: []');
    },
  ],
  [
    'a file more in the content',
    () => {
      write('content/mirrors.yaml', 'x');
    },
  ],
  [
    'a file of the tree',
    () => {
      write('dist/index.html', 'other');
    },
  ],
  [
    'a file more in the tree',
    () => {
      write('dist/more.html', 'x');
    },
  ],
  [
    'no tree',
    () => {
      rmSync(options.out, { recursive: true });
    },
  ],
  [
    'no content',
    () => {
      rmSync(options.content, { recursive: true });
    },
  ],
  [
    'another content of the same bytes',
    () => {
      moveContent();
    },
  ],
  ['a preview', () => (options.preview = true)],
  ['an edge of the clock', () => (options.now = UNTIL)],
  ['a time before that of the build', () => (options.now = CLOCK)],
])('%s needs a look at everything', (_, change) => {
  leave();
  change();
  expect(findUnchanged(options, KIT)).toBeUndefined();
});

test.each<[string, () => void]>([
  [
    'another kit',
    () => {
      leave({ seen: { now: NOW, kit: 'f'.repeat(64), warnings: 0 } });
    },
  ],
  [
    'word of an earlier kit, which did not say what it saw',
    () => {
      leaveWithout('seen');
    },
  ],
  [
    'word of none of the content',
    () => {
      leaveWithout('content');
    },
  ],
])('%s needs a look at everything', (_, leaveOther) => {
  leaveOther();
  expect(findUnchanged(options, KIT)).toBeUndefined();
});

test('up to the edge and where none is to come nothing changed', () => {
  leave();
  options.now = '2026-11-22T12:59:59Z';
  expect(findUnchanged(options, KIT)).toBeDefined();
  leave({ content: { folder: '../content', files: digests() } });
  options.now = '2036-11-22T12:00:00Z';
  expect(findUnchanged(options, KIT)).toBeDefined();
});

const write = (file: string, text: string): void => {
  writeFileSync(path.join(folder, file), text);
};

/** Of the only file. */
const digests = (): KeptDigest[] => {
  const index = new ContentIndex(options.content);
  index.digestOf({ path: 'outlet.yaml', onDisk: 'outlet.yaml' });
  return index.listDigests();
};

function moveContent(): void {
  const other = path.join(folder, 'other');
  renameSync(options.content, other);
  options.content = other;
}

function leaveWithout(field: 'seen' | 'content'): void {
  leave({ [field]: undefined });
}
