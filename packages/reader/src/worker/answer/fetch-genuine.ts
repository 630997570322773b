import {
  boundServed,
  locateFile,
  type LocatedFile,
  ReleaseError,
  verifyFile,
} from '@tamizdat/verify';
import { MAX_WHOLE_BYTES } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { GenuineFile } from '../kept/kept-file.ts';
import type { Get, KnownHead } from '../known/known-head.ts';
import type { NodeShelf } from '../known/node-shelf.ts';
import { NoAnswer } from '../sources/read-answer.ts';

export interface Source {
  base: string;
  get: Get;
}

/** What is at hand of a file with this hash: then nothing is fetched. */
export type AtHand = (hash: string) => Bytes | undefined;

/**
 * Gets a file of the newest release from one source: by its path, else by its hash, where publishing puts what changed.
 * If neither fits, the source may have a newer release than was known, which is looked for once.
 * @param isHeadDue Whether the source is asked for the newest release before anything else.
 * @throws ReleaseError `not-in-tree` where the newest release holds no such path; NoAnswer, other ReleaseErrors where
 *   the source does not have it
 */
export async function fetchGenuine(
  path: string,
  source: Source,
  known: KnownHead,
  nodes: NodeShelf,
  atHand: AtHand,
  isHeadDue: boolean,
): Promise<GenuineFile> {
  if (isHeadDue) await known.refresh(source.get);
  const before = known.head?.release.tree.root;
  try {
    return await fetchKnown(path, source, known, nodes, atHand);
  } catch (error) {
    if (isHeadDue || !(error instanceof ReleaseError)) throw error;
    await known.refresh(source.get);
    if (known.head?.release.tree.root === before) throw error;
    return await fetchKnown(path, source, known, nodes, atHand);
  }
}

async function fetchKnown(
  path: string,
  source: Source,
  known: KnownHead,
  nodes: NodeShelf,
  atHand: AtHand,
): Promise<GenuineFile> {
  const release = known.head?.release;
  if (!release) throw new NoAnswer('no head');
  const { file }: LocatedFile = await locateFile(path, release, (hash) =>
    nodes.find(hash, source.get),
  );
  const held = atHand(file.hash);
  if (held) return { file, bytes: held };
  if (file.size > MAX_WHOLE_BYTES) throw new NoAnswer('too large');
  const { base, get } = source;
  const { origin } = release;
  try {
    const max = boundServed(file.size, origin, base, file.rebased);
    const bytes = await get(encodePath(path), max);
    return { file, bytes: await verifyFile(file, bytes, { origin, base }) };
  } catch (error) {
    const isAnswer = error instanceof ReleaseError || (error as Error).message === 'too long';
    if (!isAnswer) throw error;
    const bytes = await get(`release/files/${file.hash}`, file.size).catch(() => undefined);
    if (!bytes) throw new ReleaseError('file-mismatch', { at: path });
    return { file, bytes: await verifyFile(file, bytes) };
  }
}

/** A path as it stands in an address. */
export const encodePath = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/');
