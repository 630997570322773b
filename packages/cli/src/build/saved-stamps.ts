import { readFileSync } from 'node:fs';
import { isMissing } from '@tamizdat/release';
import type { TreeStamps } from '@tamizdat/tree';

/** Writes a record with the stamps of files, for {@link loadSaved}. */
export function saveStamps(format: string, record: { files: TreeStamps }): string {
  return `${JSON.stringify({ format, ...record, files: [...record.files] })}\n`;
}

/**
 * Loads a record with stamps of files. One that cannot be read, or is of another version, is no record: all that it
 * saves is work.
 */
export function loadSaved(place: string, format: string): { files: TreeStamps } | undefined {
  try {
    const saved = JSON.parse(readFileSync(place, 'utf8')) as {
      format: unknown;
      files: [string, string][];
    };
    if (saved.format !== format) return undefined;
    return { ...saved, files: new Map(saved.files) };
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof TypeError)
      return undefined;
    throw error;
  }
}
