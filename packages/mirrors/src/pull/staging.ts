import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMissing } from '@tamizdat/release';
import { hashFile } from './hash-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The release that is being put together. A file stands here only when it is what it should be: it was linked from
 * the copy that is served, or judged and then renamed into its place. After a kill the next run still hashes what it
 * finds, because a machine that lost its power may hold names without their bytes.
 */
export class Staging {
  readonly folder: string;
  /** The release that is served. Its files are never written to: they are linked here. */
  readonly served: string | undefined;
  readonly #parts: string;
  readonly #placed = new Set<string>();
  readonly #folders = new Set<string>();
  #count = 0;

  constructor(folder: string, served: string | undefined, parts: string) {
    this.folder = folder;
    this.served = served;
    this.#parts = parts;
  }

  place(path: string): string {
    return join(this.folder, path);
  }

  /** A file to fetch into, beside the release. */
  newPart(): string {
    return join(this.#parts, `part-${this.#count++}`);
  }

  /** Whether a file is here already, with these bytes. */
  holds(path: string, { size, hash }: { size: number; hash: string }): boolean {
    const place = this.place(path);
    const isThere = this.#isServed(path, place) || isFile(place, size, hash);
    if (isThere) this.#placed.add(path);
    return isThere;
  }

  /** Linked from the served release: that was judged when it was fetched. */
  #isServed(path: string, place: string): boolean {
    if (this.served === undefined) return false;
    const [one, other] = [place, join(this.served, path)].map((file) =>
      statSync(file, { throwIfNoEntry: false }),
    );
    return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
  }

  /** Says that a file that stands here is wanted. */
  keep(path: string): void {
    this.#placed.add(path);
  }

  /** Puts a judged file that lies beside the release into its place. */
  move(part: string, path: string): void {
    renameSync(part, this.#prepare(path));
  }

  write(path: string, bytes: Bytes): void {
    const part = this.newPart();
    writeFileSync(part, bytes);
    this.move(part, path);
  }

  /** Puts the same file under another path; a copy where the file system knows no links. */
  link(from: string, path: string): void {
    const place = this.#prepare(path);
    rmSync(place, { force: true });
    try {
      linkSync(from, place);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && NO_LINKS.has(String(error.code))))
        throw error;
      copyFileSync(from, place);
    }
  }

  #prepare(path: string): string {
    const place = this.place(path);
    const folder = dirname(place);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    this.#placed.add(path);
    return place;
  }

  /** Reads a small file from here, or else from the served release. */
  readEither(path: string): { bytes: Bytes; from: string } | undefined {
    for (const folder of [this.folder, this.served]) {
      if (folder === undefined) continue;
      try {
        const from = join(folder, path);
        return { bytes: new Uint8Array(readFileSync(from)), from };
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    }
    return undefined;
  }

  /** Deletes everything that was not put here, and folders that are empty then. */
  prune(isWanted = (path: string): boolean => this.#placed.has(path)): void {
    const visit = (at: string): boolean => {
      let isEmpty = true;
      for (const entry of readdirSync(this.place(at), { withFileTypes: true })) {
        const path = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory()) {
          if (visit(path)) rmdirSync(this.place(path));
          else isEmpty = false;
        } else if (isWanted(path)) isEmpty = false;
        else rmSync(this.place(path));
      }
      return isEmpty;
    };
    visit('');
    this.#folders.clear();
  }
}

/** What file systems answer that know no links, or no further one of a file. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV']);

function isFile(place: string, size: number, hash: string): boolean {
  if (statSync(place, { throwIfNoEntry: false })?.size !== size) return false;
  return hashFile(place) === hash;
}
