import { hash } from 'node:crypto';
import path from 'node:path';
import { readPlain, writeWhole } from '@tamizdat/files';
import { stampFiles } from '@tamizdat/tree';
import { parseRecord, serialiseRecord, type RenderRecord } from '@tamizdat/builder';
import { nameBuild } from './build-record.ts';
import { MAX_RENDERING_BYTES } from './limits.ts';
import { Remembered } from './remembered.ts';

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
  by: RenderedBy,
  record: RenderRecord,
): string {
  const bytes = Buffer.from(`${writeBy(by)}\n${serialiseRecord(record)}`);
  const place = placeOf(tree, state);
  writeWhole(place, bytes);
  const name = nameNotes(place, bytes);
  notes.keep(place, { name, by: writeBy(by), record });
  return name;
}

/** Loads what the last rendering of a tree noted; undefined where it was by another kit, or is not what was kept here. */
export function loadRendering(
  tree: string,
  state: string,
  by: RenderedBy,
  kept: string | undefined,
): RenderRecord | undefined {
  const place = placeOf(tree, state);
  const known = notes.load(place, () => readNotes(place, kept));
  return known?.name === kept && known?.by === writeBy(by) ? known.record : undefined;
}

/** What stands in a file of notes. */
interface Notes {
  /** As `saveRendering` gave it. */
  name: string;
  by: string;
  record: RenderRecord;
}

const notes = new Remembered<Notes>();

const writeBy = ({ kit, preview }: RenderedBy): string => `${kit} ${String(preview)}`;

/** Reads notes that are to be believed: those that have this name. */
function readNotes(place: string, kept: string | undefined): Notes | undefined {
  const bytes = readBytes(place);
  if (bytes === undefined || kept === undefined || nameNotes(place, bytes) !== kept)
    return undefined;
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('\n');
  const record = parseRecord(text.slice(end + 1));
  return record && { name: kept, by: text.slice(0, end), record };
}

const placeOf = (tree: string, state: string): string => `${nameBuild(tree, state)}.rendering`;

function nameNotes(place: string, bytes: Uint8Array): string {
  const stamp = stampFiles(path.dirname(place), [path.basename(place)]).get(path.basename(place));
  return `${hash('sha256', bytes)} ${stamp ?? ''}`;
}

function readBytes(place: string): Uint8Array | undefined {
  try {
    return readPlain(place, MAX_RENDERING_BYTES);
  } catch {
    return undefined;
  }
}
