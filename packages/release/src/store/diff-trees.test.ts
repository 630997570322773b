import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuiltTree, buildTree } from '../tree/build-tree.ts';
import { sampleFile, sampleSite } from '../../testing/sample-files.ts';
import { diffTrees } from './diff-trees.ts';

function rootOf({ summary }: BuiltTree): { hash: string; level: number } {
  return { hash: summary.root, level: summary.level };
}

test('the difference of two trees is what was changed, and little is read', () => {
  const files = sampleSite(2_000);
  const base = buildTree(files);
  const change = fc.record({
    edited: fc.uniqueArray(fc.nat(1_999), { maxLength: 5 }),
    removed: fc.uniqueArray(fc.nat(1_999), { maxLength: 5 }),
    added: fc.uniqueArray(fc.nat(99), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(change, ({ edited, removed, added }) => {
      const kept = files.flatMap((file, at) => {
        if (removed.includes(at)) return [];
        return [edited.includes(at) ? sampleFile(file.path, 77, 2) : file];
      });
      const after = buildTree([...kept, ...added.map((at) => sampleFile(`en/new-${at}.html`, 99))]);
      let read = 0;
      const changes = diffTrees(rootOf(base), rootOf(after), (hash) => {
        read++;
        return after.nodes.get(hash) ?? base.nodes.get(hash) ?? new Uint8Array();
      });
      const expected = [
        ...[...new Set([...edited, ...removed])].map((at) => files[at]?.path ?? ''),
        ...added.map((at) => `en/new-${at}.html`),
      ];
      expect(changes.map(({ path }) => path)).toEqual(expected.sort());
      expect(read).toBeLessThanOrEqual(10 + expected.length * 16);
    }),
    { numRuns: 15 },
  );
});

test('trees of different height are compared', () => {
  const [low, high] = [buildTree([sampleFile('a.html')]), buildTree(sampleSite(300))];
  const read = (hash: string): Uint8Array =>
    low.nodes.get(hash) ?? high.nodes.get(hash) ?? new Uint8Array();
  expect(low.summary.level).toBeLessThan(high.summary.level);
  expect(diffTrees(rootOf(low), rootOf(high), read)).toHaveLength(301);
  expect(diffTrees(rootOf(high), rootOf(low), read)).toHaveLength(301);
  expect(diffTrees(rootOf(high), rootOf(high), read)).toEqual([]);
});
