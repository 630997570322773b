import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  questions: ['["outlet"]'],
  answers: ['digest outlet'],
  parts: { outlet: 'other digest' },
  made: new Map([['key', { files: ['en/a.html'], pictures: [], asked: [0] }]]),
};

test('what was kept is given to the same tree, kit and kind of build alone', () => {
  const kept = saveRendering(TREE, state, BY, RECORD);
  expect(loadRendering(TREE, state, BY, kept)).toEqual(RECORD);
  expect(loadRendering('/outlet/other', state, BY, kept)).toBeUndefined();
  expect(loadRendering(TREE, state, { ...BY, preview: true }, kept)).toBeUndefined();
  expect(loadRendering(TREE, state, { ...BY, kit: 'b'.repeat(64) }, kept)).toBeUndefined();
  expect(loadRendering(TREE, state, BY, undefined)).toBeUndefined();
});

test('what somebody changed, or cut off, is not believed', () => {
  const kept = saveRendering(TREE, state, BY, RECORD);
  const [name = ''] = readdirSync(path.join(state, 'builds'));
  const place = path.join(state, 'builds', name);
  const text = readFileSync(place, 'utf8');
  for (const other of [text.replace('en/a.html', 'en/b.html'), text.slice(0, -9), '', 'x']) {
    writeFileSync(place, other);
    expect(loadRendering(TREE, state, BY, kept)).toBeUndefined();
  }
});

test('what came from elsewhere is not believed, though its bytes are right', () => {
  const kept = saveRendering(TREE, state, BY, RECORD);
  cpSync(path.join(state, 'builds'), path.join(state, 'copy'), {
    recursive: true,
    preserveTimestamps: true,
  });
  rmSync(path.join(state, 'builds'), { recursive: true });
  cpSync(path.join(state, 'copy'), path.join(state, 'builds'), {
    recursive: true,
    preserveTimestamps: true,
  });
  expect(loadRendering(TREE, state, BY, kept)).toBeUndefined();
});
