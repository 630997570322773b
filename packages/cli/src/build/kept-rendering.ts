import { createHash } from 'node:crypto';
import path from 'node:path';
import { readPlain, writeWhole } from '@tamizdat/files';
import { stampFiles } from '@tamizdat/tree';
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
 * @returns what the record of the build has to say for the notes to be believed: their SHA-256, and the stamp of their
 *   file, which nobody can foresee who brings both with a cache.
 */
export function saveRendering(
  tree: string,
  state: string,
  { kit, preview }: RenderedBy,
  record: RenderRecord,
): string {
  const text = `${kit} ${String(preview)}\n${serialiseRecord(record)}`;
  writeWhole(placeOf(tree, state), text);
  return nameNotes(placeOf(tree, state), text);
}

/** Loads what the last rendering of a tree noted; undefined where it was by another kit, or is not what was kept here. */
export function loadRendering(
  tree: string,
  state: string,
  { kit, preview }: RenderedBy,
  kept: string | undefined,
): RenderRecord | undefined {
  const place = placeOf(tree, state);
  const text = readText(place);
  if (text === undefined || kept === undefined || nameNotes(place, text) !== kept) return undefined;
  const end = text.indexOf('\n');
  if (text.slice(0, end) !== `${kit} ${String(preview)}`) return undefined;
  return parseRecord(text.slice(end + 1));
}

const placeOf = (tree: string, state: string): string => `${nameBuild(tree, state)}.rendering`;

function nameNotes(place: string, text: string): string {
  const stamp = stampFiles(path.dirname(place), [path.basename(place)]).get(path.basename(place));
  return `${createHash('sha256').update(text).digest('hex')} ${stamp ?? ''}`;
}

function readText(place: string): string | undefined {
  try {
    return new TextDecoder().decode(readPlain(place, MAX_RENDERING_BYTES));
  } catch {
    return undefined;
  }
}
