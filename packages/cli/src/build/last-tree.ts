import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { stampFiles, stampTree, type TreeStamps } from '@tamizdat/tree';
import type { BuildOptions } from './build-options.ts';
import { type BuildRecord, loadBuild } from './build-record.ts';
import { loadRendering, type RenderedBy } from './kept-rendering.ts';
import type { LastTree, RenderedSite } from './render-site.ts';

/** What is known of the tree that stands. */
export interface Last extends Omit<LastTree, 'record'> {
  /** What the build said that made it. */
  record: BuildRecord;
  /** Whether the tree holds regular files alone, so that its stamps list it. */
  isPlain: boolean;
}

/**
 * What the last build said of the tree, and which of its files somebody touched since.
 * @param kept What of the tree no build makes.
 */
export function loadLast({ state, out }: BuildOptions, kept: readonly string[]): Last | undefined {
  if (!existsSync(out)) return undefined;
  const stamps = stampTree(out, kept);
  const loaded = loadBuild(out, stamps, state);
  return loaded && { ...loaded, stamps, isPlain: loaded.changed.every(isPlainOrGone) };

  function isPlainOrGone(file: string): boolean {
    return lstatSync(path.join(out, file), { throwIfNoEntry: false })?.isFile() !== false;
  }
}

/**
 * The stamps of the tree that was made. Those of what stands are from before the build: what somebody changed meanwhile
 * is seen by the next one.
 */
export function stampAnew(
  out: string,
  { made, standing }: RenderedSite,
  before: TreeStamps = new Map(),
): TreeStamps {
  const stood = standing.flatMap((file): [string, string][] => {
    const stamp = before.get(file);
    return stamp === undefined ? [] : [[file, stamp]];
  });
  return new Map([...stood, ...stampFiles(out, made)]);
}

/** What is known of the tree for its rendering; undefined where its notes are of no use. */
export function knownRendering(
  { out, state }: BuildOptions,
  by: RenderedBy,
  { record: { rendering }, changed, stamps }: Omit<Last, 'isPlain'>,
): LastTree | undefined {
  const record = loadRendering(out, state, by, rendering);
  return record && { record, changed, stamps };
}
