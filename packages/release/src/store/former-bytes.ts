import { copyFileSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMissing, readPlain } from '@tamizdat/files';
import { MAX_FILE_BYTES } from '@tamizdat/verify/format';
import { sha256 } from '../tree/sha256.ts';
import { MAX_COPY_BYTES } from './limits.ts';

/**
 * Keeps the bytes of the present release at hand for the next one, which needs them where it changes a file (SPEC
 * 11.1) when the tree holds the new bytes already. A file is linked, at no cost; where that cannot be, a copy is made
 * if it is small. Links are safe because trees are written by rename, and bytes are hashed before they are used.
 */
export class FormerBytes {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #place(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash.slice(2));
  }

  keep(file: string, hash: string): void {
    const place = this.#place(hash);
    // Nearly always the folder is there: making it first would cost as much again for each of 100,000 files.
    const fault = tryLink(file, place);
    if (fault === undefined || fault === 'EEXIST') return;
    mkdirSync(dirname(place), { recursive: true });
    if (fault === 'ENOENT' && tryLink(file, place) === undefined) return;
    if (statSync(file).size <= MAX_COPY_BYTES) copyFileSync(file, place);
  }

  /** @returns the bytes, or undefined where they are not at hand or are no longer those */
  take(hash: string): Uint8Array | undefined {
    try {
      const bytes = readPlain(this.#place(hash), MAX_FILE_BYTES);
      return sha256(bytes) === hash ? bytes : undefined;
    } catch (error) {
      // What is no file there, or a link to one, is not what was kept.
      if (isMissing(error) || isForeign(error)) return undefined;
      throw error;
    }
  }

  drop(hash: string): void {
    rmSync(this.#place(hash), { force: true });
  }
}

const isForeign = (error: unknown): boolean =>
  ['ELOOP', 'ENOTDIR', 'EFTYPE', 'EFBIG', 'ENXIO'].includes(codeOf(error));

/** @returns the code of what went wrong */
function tryLink(file: string, place: string): string | undefined {
  try {
    linkSync(file, place);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
