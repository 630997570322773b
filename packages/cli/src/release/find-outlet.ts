import path from 'node:path';
import { buildClock, loadContent } from '@tamizdat/archive';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent } from '../repository/folders.ts';

/** Where an outlet's releases are remembered: beside the content, whatever folder the tree was written to. */
export function releaseState(content: string | undefined): string {
  return path.join(contentFolder(content), '../.tamizdat/release');
}

/** The origin's base address, and the clock of a build at a moment, as the content gives them. */
export async function describeOutlet(
  content: string | undefined,
  now: number,
): Promise<{ origin: string; clock: string }> {
  const loaded = await loadContent(contentFolder(content));
  const { origin } = loaded.outlet;
  const clock = buildClock(
    { ...loaded, fronts: loaded.fronts.values() },
    new Date(now).toISOString(),
  );
  return {
    origin: origin.endsWith('/') ? origin : `${origin}/`,
    clock: new Date(clock).toISOString().replace('.000Z', 'Z'),
  };
}

/** @throws UsageError for keys that would be published */
export function refuseKeysInside(isInside: boolean, keys: string, tree: string): void {
  if (!isInside) return;
  throw new UsageError(
    `The keys in ${keys} lie inside ${tree}, which is published. Move them, and replace them if it was.`,
  );
}

const contentFolder = (content: string | undefined): string =>
  content === undefined ? defaultContent : path.resolve(content);
