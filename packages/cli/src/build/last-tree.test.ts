import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareStamps, stampTree } from '@tamizdat/tree';
import { expect, test } from 'vitest';
import { stampAnew } from './last-tree.ts';

test('what stands and is changed while a build is under way is noticed by the next one', () => {
  const tree = mkdtempSync(path.join(tmpdir(), 'tamizdat-last-'));
  for (const name of ['a.html', 'b.html', 'gone.html']) writeFileSync(path.join(tree, name), name);
  const before = stampTree(tree);
  writeFileSync(path.join(tree, 'a.html'), 'forged');
  writeFileSync(path.join(tree, 'b.html'), 'anew');
  rmSync(path.join(tree, 'gone.html'));
  const site = { made: ['b.html'], standing: ['a.html'], gone: ['gone.html'], rendered: 1 };
  const stamps = stampAnew(
    tree,
    { ...site, record: { questions: [], answers: [], parts: {}, made: new Map() } },
    before,
  );
  expect([...stamps.keys()]).toEqual(['a.html', 'b.html']);
  expect(compareStamps(stamps, stampTree(tree))).toEqual(['a.html']);
  rmSync(tree, { recursive: true });
});
