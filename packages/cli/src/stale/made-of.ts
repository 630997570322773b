import { realpathSync } from 'node:fs';
import path from 'node:path';
import { isKeptDigest, type KeptDigest } from '@tamizdat/archive/unchanged';

/** What of the content a tree was made of. */
export interface MadeOf {
  /** The way to the content from the folder of what builds remember, so that both can be moved together. */
  folder: string;
  /** The first moment after the build at which the same content makes another tree, RFC 3339; absent where none is to come. */
  until?: string;
  files: KeptDigest[];
}

/** Files that no page shows: the keys’ folder remembers releases. */
const SHOWN_NOWHERE = 'keys/';

export const isShown = (file: string): boolean => !file.startsWith(SHOWN_NOWHERE);

/** The folder of the content that a tree was made of. @param state Folder of what builds remember. */
export const contentOf = ({ folder }: MadeOf, state: string): string =>
  path.resolve(resolveFolder(state), folder);

/** Whether what a stranger may have written has the form of such a description. */
export function isMadeOf(value: unknown): value is MadeOf {
  if (typeof value !== 'object' || value === null) return false;
  const { folder, until, files } = value as Record<string, unknown>;
  return (
    typeof folder === 'string' &&
    (until === undefined || (typeof until === 'string' && !Number.isNaN(Date.parse(until)))) &&
    Array.isArray(files) &&
    files.every(isKeptDigest)
  );
}

/** The folder that links lead to, where it is there. */
export function resolveFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // Whoever uses it says that it is not there.
    return path.resolve(folder);
  }
}
