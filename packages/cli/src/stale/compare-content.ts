import { existsSync } from 'node:fs';
import path from 'node:path';
import { isUnchanged } from '@tamizdat/archive/unchanged';
import type { DescribedBuild } from '../build/describe-build.ts';
import type { MadeOf } from './made-of.ts';

type TakenBack = DescribedBuild['takenBack'];

/** An article's page that stands in a tree, and what the content says of the article now. */
export interface Standing {
  address: string;
  /** `gone`: deleted, a draft again, or not to be seen yet. */
  became: 'notice' | 'tombstone' | 'gone';
}

/** In what a tree is older than its content. */
export interface Stale {
  /** Files of the content that are new, gone or have other bytes, relative to it. */
  changed: string[];
  /** What has come at which something was to appear or to go, RFC 3339. */
  due: string | undefined;
  standing: Standing[];
}

/** A tree that was built. */
export interface BuiltTree {
  madeOf: MadeOf;
  takenBack: TakenBack;
  /** Addresses of its files. */
  addresses: Iterable<string>;
}

/**
 * Compares a tree with the content now. Files that have the stamp with which the build read them are not opened; the
 * content is parsed only where something changed.
 * @param content Its folder.
 * @param now Milliseconds since 1970.
 * @returns undefined where the content is not at hand
 */
export async function compareContent(
  content: string,
  { madeOf, takenBack, addresses }: BuiltTree,
  now: number,
): Promise<Stale | undefined> {
  if (!existsSync(path.join(content, 'outlet.yaml'))) return undefined;
  const { until } = madeOf;
  const due = until !== undefined && Date.parse(until) <= now ? until : undefined;
  // Stamps are mostly enough, and then nothing is loaded that reads content.
  if (isUnchanged(content, madeOf.files)) return { changed: [], due, standing: [] };
  const { listChanged, listStanding } = await import('./list-changed.ts');
  const changed = listChanged(content, madeOf);
  if (changed.length === 0) return { changed, due, standing: [] };
  return { changed, due, standing: await listStanding(content, { addresses, takenBack }, now) };
}
