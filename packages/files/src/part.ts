import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Modes } from './modes.ts';
import { nameRefusal } from './name-refusal.ts';
import { syncFolder } from './sync-folder.ts';

/** Fails where anything stands there, a link that leads nowhere included. Windows knows no such links. */
const NEW =
  constants.O_WRONLY |
  constants.O_CREAT |
  constants.O_EXCL |
  (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW);

/** Whether a file's name is one that parts have. Killed runs leave such files. */
export const isPart = (name: string): boolean => /^\.[0-9a-f]{32}\.part$/.test(name);

/**
 * A file that grows under a name that nobody can guess, and takes its place whole. It never writes to what was there
 * before, whatever that is.
 */
export class Part {
  readonly path: string;
  readonly handle: number;
  readonly #modes: Modes | undefined;
  #isOpen = true;

  /**
   * @param folder On the file system of the place that it is to take.
   * @param modes The umask's where absent. Until it has its place, nobody else can read it.
   */
  constructor(folder: string, modes?: Modes) {
    this.path = join(folder, `.${randomBytes(16).toString('hex')}.part`);
    this.#modes = modes;
    this.handle = openSync(this.path, NEW, modes === undefined ? 0o666 : 0o600);
  }

  /** Writes at the end, or at a place. */
  write(bytes: Uint8Array, position?: number): void {
    // A disk that fills up takes a part of what it is given, and says so only at the next attempt.
    for (let at = 0; at < bytes.length;)
      at += this.#do(() =>
        writeSync(
          this.handle,
          bytes,
          at,
          bytes.length - at,
          position === undefined ? null : position + at,
        ),
      );
  }

  /** Takes back what was written, to begin anew. What follows is to be written at a place. */
  empty(): void {
    this.#do(() => {
      ftruncateSync(this.handle);
    });
  }

  /**
   * Gives the file its rights and its place.
   * @param isSynced Whether its bytes are on the disk before, and its name after.
   */
  place(path: string, isSynced = false): void {
    this.#do(() => {
      if (this.#modes !== undefined) fchmodSync(this.handle, this.#modes.file);
      if (isSynced) fsyncSync(this.handle);
    });
    this.#close();
    renameSync(this.path, path);
    if (isSynced) syncFolder(dirname(path));
  }

  /** Throws it away. Never throws for one that has its place. */
  drop(): void {
    this.#close();
    rmSync(this.path, { force: true });
  }

  #do<Result>(act: () => Result): Result {
    return nameRefusal(this.path, act);
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.handle);
  }
}
