import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isUntouched, writeStamp } from '@tamizdat/files';
import { digestFile } from '../load/digest-file.ts';
import type { ContentFile } from '../load/walk-content.ts';
import type { KeptDigest } from './kept-digest.ts';
import { type KeptFile, type KeptLine, type KeptLines, writeKeptLine } from './kept-file.ts';
import { isSameMade, keepMade } from './kept-made.ts';
import type { Kind, MadeByKind, Question, Read } from './made-by-kind.ts';

/**
 * What was made of the files of a content folder, each once: a file that has the stamp with which it was read is not
 * opened again. Good for one reading of the folder, then its lines are for the next.
 */
export class ContentIndex {
  readonly #root: string;
  readonly #lines: KeptLines;
  readonly #now: () => number;
  /** Files that were asked about; undefined for one that is not there. */
  readonly #files = new Map<string, KeptFile | undefined>();
  readonly #changed = new Set<string>();
  #touched: ReadonlySet<string> | undefined;
  /** Files of which something was read anew. */
  readonly opened = new Set<string>();

  /**
   * @param root The content folder.
   * @param lines What the last index of this folder and kit gave; nothing at first.
   * @param now Milliseconds since 1970: when stamps are taken.
   */
  constructor(root: string, lines: KeptLines = new Map(), now: () => number = Date.now) {
    this.#root = root;
    this.#lines = lines;
    this.#now = now;
  }

  /** Believes what is known of a file without looking at its stamp, unless it is one of these. */
  believeAllBut(touched: ReadonlySet<string>): void {
    this.#touched = touched;
  }

  /** What would be made of a file, where that is known. */
  find<K extends Kind>(
    { path, onDisk }: ContentFile,
    question: Question<K>,
  ): MadeByKind[K] | undefined {
    const kept = this.#open(path, onDisk)?.made[question.kind];
    return kept !== undefined && isSameMade(kept, question)
      ? (kept.made as MadeByKind[K])
      : undefined;
  }

  /** Keeps what was made of a file after it was asked for, and gives it back. */
  keep<K extends Kind>(
    { path, onDisk }: ContentFile,
    question: Question<K>,
    read: Read<K>,
  ): MadeByKind[K] {
    const file = this.#open(path, onDisk);
    this.#change(path);
    if (file === undefined || read.digest === undefined) return read.made;
    if ((file.digest ??= read.digest) === read.digest)
      file.made[question.kind] = keepMade(question, read);
    // It was written while it was read: nothing of it is known.
    else this.#files.set(path, undefined);
    return read.made;
  }

  /** SHA-256 (hex) of a file's bytes; undefined where it cannot be read. */
  digestOf({ path, onDisk }: ContentFile): string | undefined {
    const file = this.#open(path, onDisk);
    if (file?.digest !== undefined) return file.digest;
    this.#change(path);
    const digest = digestFile(join(this.#root, onDisk));
    if (file !== undefined && digest !== undefined) file.digest = digest;
    return digest;
  }

  /** The lines of all files that were asked about; undefined where they are those that were given. */
  write(): KeptLines | undefined {
    if (this.#changed.size === 0 && this.#files.size === this.#lines.size) return undefined;
    const known = [...this.#files].flatMap(([path, file]): [string, KeptLine][] => {
      if (file?.digest === undefined) return [];
      const line = this.#changed.has(path) ? undefined : this.#lines.get(path);
      return [[path, line ?? writeKeptLine(path, file)]];
    });
    return new Map(known);
  }

  /** What all files were that were asked about and could be read. */
  listDigests(): KeptDigest[] {
    return [...this.#files].flatMap(([path, file]): KeptDigest[] =>
      file?.digest === undefined ? [] : [[path, file.stamp, file.isSettled, file.digest]],
    );
  }

  #open(path: string, onDisk: string): KeptFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.#load(path, onDisk));
    return this.#files.get(path);
  }

  #load(path: string, onDisk: string): KeptFile | undefined {
    const kept = this.#lines.get(path)?.file;
    if (kept !== undefined && this.#touched?.has(path) === false) return kept;
    const moment = this.#now();
    const place = join(this.#root, onDisk);
    const stats = lstatSync(place, { bigint: true, throwIfNoEntry: false });
    if (stats?.isFile() !== true) return undefined;
    const stamp = writeStamp(stats);
    const isSettled = isUntouched(stamp, moment);
    if (kept?.stamp === stamp && kept.isSettled) return kept;
    this.#change(path);
    // The same stamp may stand for other bytes that were written within one tick of the clock.
    if (kept?.stamp === stamp && digestFile(place) === kept.digest) return { ...kept, isSettled };
    return { stamp, isSettled, made: {} };
  }

  #change(path: string): void {
    this.#changed.add(path);
    this.opened.add(path);
  }
}
