import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './code-of.ts';
import { ForeignFileError } from './foreign-file-error.ts';
import type { Modes } from './modes.ts';

/** Where Linux shows what this process holds open; each leads to the folder itself, whatever its name is now. */
const HANDLES = '/proc/self/fd';

const FOLDER = constants.O_RDONLY | constants.O_DIRECTORY;

/**
 * A folder that is held open. What is done at a name in it is done in this folder, even where another one, or a link,
 * has taken its place in the meantime: what `openat` gives to programs that can call it.
 */
export class HeldFolder {
  /** What it was called when it was opened, for people. */
  readonly name: string;
  readonly #handle: number;

  private constructor(name: string, handle: number) {
    this.name = name;
    this.#handle = handle;
  }

  /** Links are followed: whoever named it may mean one. @throws errors of the file system */
  static open(path: string): HeldFolder {
    return new HeldFolder(path, openSync(path, FOLDER));
  }

  /** Where a name in it is; good until it is closed. */
  at(name: string): string {
    return `${HANDLES}/${this.#handle}/${name}`;
  }

  /**
   * Opens a folder in it.
   * @param makes Whether one that is missing is made, and with which rights; the umask's where those are absent.
   * @returns undefined where it is missing
   * @throws ForeignFileError for a link, or a file in the folder's place
   */
  enter(step: string, makes?: { modes?: Modes | undefined }): HeldFolder | undefined {
    const name = join(this.name, step);
    const isMade = makes !== undefined && makeOne(this.at(step));
    try {
      const inner = new HeldFolder(name, openSync(this.at(step), FOLDER | constants.O_NOFOLLOW));
      if (isMade && makes.modes !== undefined) fchmodSync(inner.#handle, makes.modes.folder);
      return inner;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') return undefined;
      if (code === 'ENOTDIR' || code === 'ELOOP') throw new ForeignFileError(name);
      throw this.tell(error);
    }
  }

  /** An error of the file system with the names that people know. */
  tell(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    const known = (text: string): string => text.replaceAll(this.at(''), join(this.name, '/'));
    error.message = known(error.message);
    for (const part of ['path', 'dest'] as const) {
      const value = (error as { path?: unknown; dest?: unknown })[part];
      if (typeof value === 'string') Object.assign(error, { [part]: known(value) });
    }
    return error;
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** @returns whether it was not there */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

let isAble: boolean | undefined;

/** Whether this system can hold folders: Linux with /proc. Asked once. */
export const canHold = (): boolean => (isAble ??= tryHolding());

function tryHolding(): boolean {
  if (process.platform !== 'linux') return false;
  const handle = openSync('/', FOLDER);
  try {
    const [own, shown] = [fstatSync(handle), statSync(`${HANDLES}/${handle}/.`)];
    return own.dev === shown.dev && own.ino === shown.ino;
  } catch {
    return false;
  } finally {
    closeSync(handle);
  }
}
