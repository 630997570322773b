import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRendering, saveRendering } from './kept-rendering.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(path.join(tmpdir(), 'kept-'));
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

const TREE = '/outlet/dist';
const BY = { kit: 'a'.repeat(64), preview: false };
const RECORD = {
  answers: new Map([['["outlet"]', 'digest']]),
  made: new Map([
    ['key', { files: ['en/a.html'], pictures: [], reads: new Map([['["outlet"]', 'digest']]) }],
  ]),
};

test('what was kept is given to the same tree, kit and kind of build alone', () => {
  const hash = saveRendering(TREE, state, BY, RECORD);
  expect(loadRendering(TREE, state, BY, hash)).toEqual(RECORD);
  expect(loadRendering('/outlet/other', state, BY, hash)).toBeUndefined();
  expect(loadRendering(TREE, state, { ...BY, preview: true }, hash)).toBeUndefined();
  expect(loadRendering(TREE, state, { ...BY, kit: 'b'.repeat(64) }, hash)).toBeUndefined();
  expect(loadRendering(TREE, state, BY, undefined)).toBeUndefined();
});

test('what somebody changed, or cut off, is not believed', () => {
  const hash = saveRendering(TREE, state, BY, RECORD);
  const [name = ''] = readdirSync(path.join(state, 'builds'));
  const place = path.join(state, 'builds', name);
  const text = readFileSync(place, 'utf8');
  for (const other of [text.replace('en/a.html', 'en/b.html'), text.slice(0, -9), '', 'x']) {
    writeFileSync(place, other);
    expect(loadRendering(TREE, state, BY, hash)).toBeUndefined();
  }
});
