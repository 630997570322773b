import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTree } from './build-tree.ts';
import type { FileRecord } from './file-record.ts';
import { anyFile, sampleFile, sampleSite } from '../../testing/sample-files.ts';
import { updateTree } from './update-tree.ts';

function index(files: readonly FileRecord[]): Map<string, FileRecord> {
  return new Map(files.map((file) => [file.path, file]));
}

function reader(nodes: ReadonlyMap<string, Uint8Array>): (hash: string) => Uint8Array {
  return (hash) => {
    const bytes = nodes.get(hash);
    if (bytes === undefined) throw new Error(`${hash} is not there`);
    return bytes;
  };
}

test('a tree told what changed equals the tree built from scratch (SPEC 5.11)', () => {
  const base = index(sampleSite(300));
  const paths = [...base.keys()];
  const change = fc.record({
    put: fc.array(
      fc.oneof(
        anyFile,
        fc.constantFrom(...paths).map((path) => sampleFile(path, 20, 2)),
      ),
      {
        maxLength: 40,
      },
    ),
    removed: fc.array(fc.constantFrom(...paths, 'no/such.html'), { maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (steps) => {
      const files = new Map(base);
      let built = buildTree([...files.values()]);
      const nodes = new Map(built.nodes);
      for (const { put, removed } of steps) {
        for (const path of removed) files.delete(path);
        for (const file of put) files.set(file.path, file);
        const updated = updateTree(built.summary, { put, removed }, reader(nodes));
        built = buildTree([...files.values()]);
        expect(updated.summary).toEqual(built.summary);
        const missing = [...built.nodes.keys()].filter((hash) => !nodes.has(hash));
        expect([...updated.nodes.keys()]).toEqual(expect.arrayContaining(missing));
        expect([...built.nodes.keys()]).toEqual(expect.arrayContaining([...updated.nodes.keys()]));
        for (const [hash, bytes] of updated.nodes) nodes.set(hash, bytes);
      }
    }),
    { numRuns: 30 },
  );
});

test('a tree can be emptied and filled again', () => {
  const files = sampleSite(300);
  const full = buildTree(files);
  const emptied = updateTree(
    full.summary,
    { put: [], removed: files.map(({ path }) => path) },
    reader(full.nodes),
  );
  expect(emptied.summary).toEqual(buildTree([]).summary);
  const filled = updateTree(emptied.summary, { put: files, removed: [] }, reader(emptied.nodes));
  expect(filled.summary).toEqual(full.summary);
  expect(new Set(filled.nodes.keys())).toEqual(new Set(full.nodes.keys()));
});

test('one article changes a few nodes', () => {
  const files = sampleSite(20_000);
  const full = buildTree(files);
  const read = new Set<string>();
  const updated = updateTree(
    full.summary,
    { put: [sampleFile('ru/2024/03/05/novost.html', 30_000)], removed: [] },
    (hash) => {
      read.add(hash);
      return reader(full.nodes)(hash);
    },
  );
  expect(updated.nodes.size).toBeLessThanOrEqual(6);
  // The index, the leaf, its blocks, and neighbours whose edges decide a key.
  expect(read.size).toBeLessThan(30);
});

const SMALL = [sampleFile('en/a.html'), sampleFile('en/News/b.html'), sampleFile('en/c/d.html')];

test.each([
  ['a file that differs in case', 'en/A.html'],
  ['a file that differs in case from one that is not lower-case', 'en/news/b.html'],
  ['a folder that differs in case', 'En/x.html'],
  ['a folder that differs in case from one that is not lower-case', 'en/news/x.html'],
  ['a file where a folder is', 'en/c'],
  ['a file where a folder is, in another case', 'en/C'],
  ['a folder where a file is', 'en/a.html/x.html'],
  ['a folder where a file is, in another case', 'en/A.html/x.html'],
])('%s collides, found from scratch and in an update alike (SPEC 2.6)', (_, path) => {
  const added = sampleFile(path);
  const small = buildTree(SMALL);
  expect(() => buildTree([...SMALL, added])).toThrow('path-collision');
  expect(() =>
    updateTree(small.summary, { put: [added], removed: [] }, reader(small.nodes)),
  ).toThrow('path-collision');
});

test('a path may come back in another case once the other is gone', () => {
  const small = buildTree(SMALL);
  const changes = { put: [sampleFile('en/A.html')], removed: ['en/a.html'] };
  const updated = updateTree(small.summary, changes, reader(small.nodes));
  expect(updated.summary.mixedCase).toEqual(['en/A.html', 'en/News/b.html']);
});

test('paths that are not strict are refused, all at once', () => {
  const small = buildTree(SMALL);
  const put = [sampleFile('../x.html'), sampleFile('release/y.html'), sampleFile('ok.html')];
  expect(() => updateTree(small.summary, { put, removed: [] }, reader(small.nodes))).toThrow(
    '"../x.html, release/y.html"',
  );
});
