import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  readdirSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { Part, prepareWay, PUBLIC, readPlain } from '@tamizdat/files';
import { isHashed } from './hash-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The release that is being put together. A file stands here only when it was judged: in the copy that is served, from
 * which it is then linked, or when it came in. After a kill the next run still hashes what it
 * finds, because a machine that lost its power may hold names without their bytes. Everybody may read what stands here.
 */
export class Staging {
  readonly folder: string;
  /** The release that is served. Its files are never written to: they are linked here. */
  readonly served: string | undefined;
  readonly #parts: string;
  readonly #placed = new Set<string>();

  constructor(folder: string, served: string | undefined, parts: string) {
    this.folder = folder;
    this.served = served;
    this.#parts = parts;
  }

  place(path: string): string {
    return join(this.folder, path);
  }

  /** To fetch into, beside the release. */
  newPart(): Part {
    return new Part(this.#parts, PUBLIC);
  }

  /** Whether a file is here already, with these bytes. */
  holds(path: string, file: { size: number; hash: string }): boolean {
    const isThere = isHashed(this.place(path), file);
    if (isThere) this.#placed.add(path);
    return isThere;
  }

  /** Says that a file that stands here is wanted. */
  keep(path: string): void {
    this.#placed.add(path);
  }

  /** Puts a judged file into its place. @throws ForeignFileError for a link on the way */
  move(part: Part, path: string): void {
    try {
      part.place(this.#prepare(path));
    } catch (error) {
      part.drop();
      throw error;
    }
  }

  write(path: string, bytes: Bytes): void {
    const part = this.newPart();
    try {
      part.write(bytes);
    } catch (error) {
      part.drop();
      throw error;
    }
    this.move(part, path);
  }

  /**
   * Puts the same file under another path; a copy where the file system knows no links.
   * @returns whether it is a file at all, and not a link to one
   */
  link(from: string, path: string): boolean {
    if (lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const place = this.#prepare(path);
    rmSync(place, { force: true });
    try {
      linkSync(from, place);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && NO_LINKS.has(String(error.code))))
        throw error;
      copyFileSync(from, place, constants.COPYFILE_EXCL);
    }
    const { mode } = lstatSync(place);
    if ((mode & 0o777) !== PUBLIC.file) chmodSync(place, PUBLIC.file);
    return true;
  }

  #prepare(path: string): string {
    this.#placed.add(path);
    return prepareWay(this.folder, path, PUBLIC);
  }

  /** Reads a small file from here, or else from the served release: nobody has judged it. */
  readEither(path: string, limit: number): { bytes: Bytes; from: string } | undefined {
    for (const folder of [this.folder, this.served]) {
      if (folder === undefined) continue;
      const from = join(folder, path);
      const bytes = readOr(from, limit);
      if (bytes !== undefined) return { bytes, from };
    }
    return undefined;
  }

  /** Deletes everything that was not put here or is no file, and folders that are empty then. */
  prune(isWanted = (path: string): boolean => this.#placed.has(path)): void {
    const visit = (at: string): boolean => {
      let isEmpty = true;
      for (const entry of readdirSync(this.place(at), { withFileTypes: true })) {
        const path = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory()) {
          if (visit(path)) rmdirSync(this.place(path));
          else isEmpty = false;
        } else if (entry.isFile() && isWanted(path)) isEmpty = false;
        else rmSync(this.place(path));
      }
      return isEmpty;
    };
    visit('');
  }
}

/** What file systems answer that know no links, or no further one of a file. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV']);

/** What is missing, a link, a pipe or too long is not there. */
function readOr(file: string, limit: number): Bytes | undefined {
  try {
    return readPlain(file, limit);
  } catch {
    return undefined;
  }
}
