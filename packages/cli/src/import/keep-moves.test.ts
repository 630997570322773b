import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepMoves } from './keep-moves.ts';

let state = '';
beforeAll(() => {
  state = mkdtempSync(path.join(tmpdir(), 'tamizdat-moves-'));
});
afterAll(() => {
  rmSync(state, { recursive: true });
});

test('the rules of one archive do not end with the import of another', () => {
  keepMoves(state, 'Old blog', [['/a/', '/en/a.html']]);
  const both = keepMoves(state, '../../Magazine', [['/b/', '/en/b.html']]);
  expect(both.toSorted()).toEqual([
    ['/a/', '/en/a.html'],
    ['/b/', '/en/b.html'],
  ]);
  // Whichever came last, they stand in one order.
  expect(keepMoves(state, 'Old blog', [['/a/', '/en/a.html']])).toEqual(both);
  expect(keepMoves(state, 'Old blog', [])).toEqual([['/b/', '/en/b.html']]);
});

test('what is no note of an import is left out', () => {
  const folder = path.join(state, 'redirects/archives');
  writeFileSync(path.join(folder, 'x.json'), '[["/c/"], 1, ["/d/", 2], ["/e/", "/en/e.html"]]');
  writeFileSync(path.join(folder, 'y.json'), '{');
  expect(keepMoves(state, 'Old blog', [])).toContainEqual(['/e/', '/en/e.html']);
  expect(keepMoves(state, 'Old blog', [])).toHaveLength(2);
  expect(readdirSync(folder)).toHaveLength(4);
});
