import { expect, test } from 'vitest';
import type { TreeListing } from '../walk-tree.ts';
import { planChanges } from './plan-changes.ts';

function listing(paths: string[], folders: string[] = []): TreeListing {
  return { files: paths.map((path) => ({ path, size: 1 })), folders, others: [] };
}

test('a folder that holds something kept is not cleared away for a file of its name', () => {
  const plan = planChanges(listing(['Release']), listing([], ['release']), new Set(), [
    'release/x',
  ]);
  expect(plan).toEqual({ obstacles: [], writes: ['Release'], deletes: [], emptied: [] });
});

test('folders are emptied from within', () => {
  const plan = planChanges(listing(['a']), listing(['a', 'b/c/d'], ['b', 'b/c']), new Set());
  expect(plan).toEqual({ obstacles: [], writes: [], deletes: ['b/c/d'], emptied: ['b/c', 'b'] });
});
