import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fstatSync,
  linkSync,
  lstatSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  listBelow,
  makePlace,
  openPlain,
  Part,
  PUBLIC,
  readPlain,
  removeAll,
} from '@tamizdat/files';
import { isHashed } from './hash-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Says whether what stands at a place, whatever it is, is a file with the wanted bytes. */
type Judge = (place: string) => boolean | Promise<boolean>;

/**
 * The release that is being put together. A file is judged when it comes in, or here, where it was linked to: what is
 * judged in the copy that is served may be another file when it is linked. After a kill the next run still hashes what
 * it finds, because a machine that lost its power may hold names without their bytes. Everybody may read what stands
 * here.
 */
export class Staging {
  readonly folder: string;
  /** The release that is served. Its files are never written to: they are linked here. */
  readonly served: string | undefined;
  /** Where the release stands below, under its name; parts too. Others may write to it. */
  readonly #copy: string;
  readonly #name: string;
  readonly #placed = new Set<string>();

  /** @param folder Directly below that of the copy. */
  constructor(folder: string, served: string | undefined) {
    this.folder = folder;
    this.served = served;
    this.#copy = dirname(folder);
    this.#name = basename(folder);
  }

  place(path: string): string {
    return join(this.folder, path);
  }

  /** To fetch into, beside the release. */
  newPart(): Part {
    return new Part(this.#copy, PUBLIC);
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
      this.#act(path, (place) => {
        part.place(place);
      });
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
   * Puts the same file under another path, a copy where the file system knows no links, and judges it there.
   * @param isWanted Judges the file that stands here.
   * @returns whether it is there now; what is not wanted is not left
   */
  async take(from: string, path: string, isWanted: Judge): Promise<boolean> {
    if (lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const isThere = this.#act(path, (place) => linkOrCopy(from, place));
    if (isThere && (await isWanted(this.place(path)))) {
      this.#act(path, openToAll);
      return true;
    }
    this.#placed.delete(path);
    removeAll(this.#copy, this.#pathOf(path));
    return false;
  }

  /** Does something at a wanted path. @throws ForeignFileError for a link on the way */
  #act<Result>(path: string, act: (place: string) => Result): Result {
    this.#placed.add(path);
    return makePlace(this.#copy, this.#pathOf(path), PUBLIC, act);
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
      for (const entry of listBelow(this.#copy, this.#pathOf(at))) {
        const path = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory() ? visit(path) : !(entry.isFile() && isWanted(path)))
          removeAll(this.#copy, this.#pathOf(path));
        else isEmpty = false;
      }
      return isEmpty;
    };
    visit('');
  }

  /** From the folder of the copy. */
  #pathOf(path: string): string {
    return path === '' ? this.#name : `${this.#name}/${path}`;
  }
}

/**
 * Links a file to a place, instead of what stood there; a copy where the file system knows no links.
 * @returns whether it was there still: others may take it away
 */
function linkOrCopy(from: string, place: string): boolean {
  rmSync(place, { force: true });
  try {
    try {
      linkSync(from, place);
    } catch (error) {
      if (!NO_LINKS.has(codeOf(error))) throw error;
      copyFileSync(from, place, constants.COPYFILE_EXCL);
    }
    return true;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || existsSync(from)) throw error;
    return false;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Makes a file one that everybody may read. */
function openToAll(place: string): void {
  const { handle } = openPlain(place);
  try {
    if ((fstatSync(handle).mode & 0o777) !== PUBLIC.file) fchmodSync(handle, PUBLIC.file);
  } finally {
    closeSync(handle);
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
