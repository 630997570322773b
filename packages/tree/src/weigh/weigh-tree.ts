import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapBounded } from '@tamizdat/files';
import { MAX_TEXT_BYTES, PARALLEL_READS } from '../limits.ts';
import { walkTree } from '../walk-tree.ts';
import type { WeightOf } from './budget.ts';
import { type FileWeight, weighFile } from './weigh-file.ts';

/** The files of one kind. */
export interface KindWeight {
  kind: string;
  /** Files of this kind. */
  count: number;
  /** Gzipped bytes of the largest. */
  largest: number;
  /** The file that is furthest over its budget, or has least room left; without a budget, the largest. */
  heaviest: FileWeight;
  /** Files over their budget. */
  over: number;
}

export interface TreeWeight {
  kinds: KindWeight[];
  /** Whether every file keeps to its budget. */
  withinBudget: boolean;
  /** Files too large to be read. */
  unread: string[];
}

/**
 * Weighs the pages and feeds of a finished tree by kind. Bytes are those of gzip at level 9, which are the same on
 * every run.
 *
 * @throws The file system's error when the folder cannot be read.
 */
export async function weighTree(folder: string, weightOf: WeightOf): Promise<TreeWeight> {
  const { files } = await walkTree(folder);
  const pages = files.flatMap(({ path, size }) => {
    const as = weightOf(path);
    return as === undefined ? [] : [{ path, size, as }];
  });
  const readable = pages.filter(({ size }) => size <= MAX_TEXT_BYTES);
  const weights = await mapBounded(readable, PARALLEL_READS, async ({ path, as }) => ({
    as,
    weight: weighFile(path, await readFile(join(folder, path), 'utf8'), as.budget),
  }));
  const byKind = Map.groupBy(
    weights.toSorted((one, other) => one.as.place - other.as.place),
    ({ as }) => as.called,
  );
  const kinds = [...byKind].flatMap(([kind, found]) =>
    sumKind(
      kind,
      found.map(({ weight }) => weight),
    ),
  );
  const unread = pages.filter(({ size }) => size > MAX_TEXT_BYTES).map(({ path }) => path);
  const withinBudget = unread.length === 0 && kinds.every(({ over }) => over === 0);
  return { kinds, withinBudget, unread };
}

function sumKind(kind: string, weights: readonly FileWeight[]): KindWeight[] {
  const [heaviest] = weights.toSorted((one, other) => strain(other) - strain(one));
  if (!heaviest) return [];
  const largest = weights.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  const over = weights.filter((weight) => (weight.over ?? 0) > 0).length;
  return [{ kind, count: weights.length, largest, heaviest, over }];
}

function strain(weight: FileWeight): number {
  return weight.over ?? weight.bytes;
}
