import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '@tamizdat/files';
import type { TreeFile } from '@tamizdat/verify';
import { sha256 } from '../tree/sha256.ts';
import type { FileChange } from './diff-trees.ts';
import type { FormerBytes } from './former-bytes.ts';
import { ToldError } from '@tamizdat/problem';

/** Where bytes stand under their hash in `release/` (SPEC 11.1). */
export function bytesPath(hash: string): string {
  return `files/${hash}`;
}

/**
 * Lists whose bytes a release holds (SPEC 11.1): of what it adds or changes.
 * @param hasFormer Whether former bytes are held too; not where it takes something down.
 */
export function listHeld(
  changes: readonly FileChange[],
  hasFormer: boolean,
): { path: string; hash: string }[] {
  return changes.flatMap(({ path, before, after }) => {
    // Where the type alone is another, no cache can mix anything up.
    if (after === undefined || isSameBytes(before, after)) return [];
    const isFormer = hasFormer && before !== undefined && before.hash !== after.hash;
    return [after.hash, ...(isFormer ? [before.hash] : [])].map((hash) => ({ path, hash }));
  });
}

/**
 * Puts the new and the former bytes of what a release adds or changes under their hashes (SPEC 11.1).
 * @param former Where the former bytes are; without it they are not put there, and not missing either.
 * @returns what was put there, and the paths whose former bytes are not at hand
 */
export function holdBytes(
  tree: string,
  published: string,
  changes: readonly FileChange[],
  former: FormerBytes | undefined,
): { bytes: { path: string; hash: string }[]; missing: string[] } {
  const bytes: { path: string; hash: string }[] = [];
  const missing: string[] = [];
  const present = new Map(changes.map(({ path, after }) => [path, after?.hash]));
  for (const { path, hash } of listHeld(changes, former !== undefined)) {
    const isNew = present.get(path) === hash;
    const content = isNew ? readUnchanged(join(tree, path), hash) : former?.take(hash);
    if (content === undefined) missing.push(path);
    else {
      writeWhole(join(published, bytesPath(hash)), content);
      bytes.push({ path, hash });
    }
  }
  return { bytes, missing };
}

/** Whether mirrors serve the same bytes as before. */
function isSameBytes(before: TreeFile | undefined, after: TreeFile): boolean {
  return before?.hash === after.hash && before.rebased === after.rebased;
}

function readUnchanged(file: string, hash: string): Uint8Array {
  const content = readFileSync(file);
  if (sha256(content) === hash) return content;
  throw new ToldError(
    'file-changed',
    {
      en: `${file} changed while the release was made.`,
      ru: `${file} изменился, пока делался выпуск.`,
    },
    {
      en: 'Run again when the build has ended.',
      ru: 'Запустите ещё раз, когда сборка закончится.',
    },
  );
}
