import { createHash } from 'node:crypto';
import { readPlain, writeWhole } from '@tamizdat/files';
import { parseRecord, serialiseRecord, type RenderRecord } from '@tamizdat/builder';
import { nameBuild } from './build-record.ts';
import { MAX_RENDERING_BYTES } from './limits.ts';

/** What a rendering depends on besides what it asks of the archive. */
export interface RenderedBy {
  /** Digest of the kit's sources. */
  kit: string;
  preview: boolean;
}

/**
 * Keeps what a rendering noted, for the next build of the same tree.
 * @returns its SHA-256: notes are believed only where the record of the build names it.
 */
export function saveRendering(
  tree: string,
  state: string,
  { kit, preview }: RenderedBy,
  record: RenderRecord,
): string {
  const text = `${kit} ${String(preview)}\n${serialiseRecord(record)}`;
  writeWhole(placeOf(tree, state), text);
  return hashOf(text);
}

/** Loads what the last rendering of a tree noted; undefined where it was by another kit, or is not what was kept. */
export function loadRendering(
  tree: string,
  state: string,
  { kit, preview }: RenderedBy,
  hash: string | undefined,
): RenderRecord | undefined {
  const text = readText(placeOf(tree, state));
  if (text === undefined || hash === undefined || hashOf(text) !== hash) return undefined;
  const end = text.indexOf('\n');
  if (text.slice(0, end) !== `${kit} ${String(preview)}`) return undefined;
  return parseRecord(text.slice(end + 1));
}

const placeOf = (tree: string, state: string): string => `${nameBuild(tree, state)}.rendering`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function readText(place: string): string | undefined {
  try {
    return new TextDecoder().decode(readPlain(place, MAX_RENDERING_BYTES));
  } catch {
    return undefined;
  }
}
