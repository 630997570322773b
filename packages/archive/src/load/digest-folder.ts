import { basename, resolve } from 'node:path';
import { ContentIndex } from '../kept/content-index.ts';
import type { KeptDigest } from '../kept/kept-digest.ts';
import { type ContentFile, walkContent } from './walk-content.ts';

/**
 * Digests every file of a content folder, as `Content.digests` has them, and reads nothing else.
 * @param kept What is known of it: a file that has the same stamp still is not opened.
 * @throws errors of the file system where there is no such folder
 */
export function digestFolder(root: string, kept: readonly KeptDigest[] = []): Map<string, string> {
  const lines = kept.map(
    ([path, stamp, isSettled, digest]) =>
      [path, { file: { stamp, isSettled, digest, made: {} }, bytes: NONE }] as const,
  );
  const { files } = walkContent(root, basename(resolve(root)));
  return digestFiles(files, new ContentIndex(root, new Map(lines)));
}

/** Such an index is never written. */
const NONE = new Uint8Array();

/** Digests files; those that cannot be read are left out. */
export function digestFiles(
  files: readonly ContentFile[],
  index: ContentIndex,
): Map<string, string> {
  return new Map(
    files.flatMap((file): [string, string][] => {
      const digest = index.digestOf(file);
      return digest === undefined ? [] : [[file.path, digest]];
    }),
  );
}
