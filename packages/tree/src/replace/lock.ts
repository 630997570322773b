import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import type * as Sqlite from 'node:sqlite';
import { isRunningSince } from './process-start.ts';
import { ToldError } from '@tamizdat/problem';

/**
 * Locks that this process holds. They stand here lest a database be collected, and closed, while its work waits. Such
 * a file is never opened a second time: POSIX gives a lock up when the process closes any handle of the file.
 */
const heldHere = new Map<string, Held>();

interface Held {
  close: () => void;
}

const sqlite = findSqlite();

/** Node 20, on which mirrors are pulled too, has none; Node 22 warns of it, and timers would mail that each time. */
function findSqlite(): typeof Sqlite | undefined {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return (process as Partial<NodeJS.Process>).getBuiltinModule?.('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Another run may end, and take its file away, at any moment in between. */
const ATTEMPTS = 20;

/**
 * Runs `work` while holding a lock that the system keeps: it ends with the process, however that ends, so that a killed
 * run's lock never holds, in whatever container or since whatever restart its number lives again. Node cannot lock a
 * file, and SQLite can, on every system; the file is a database without tables, whose `user_version` is the number of
 * the process, for people. A Node without SQLite
 * writes the number alone, and judges others' by when their process began.
 * @throws ToldError `publish-locked` with the process and the file
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const path = resolve(file);
  const lock = takeLock(path);
  heldHere.set(path, lock);
  try {
    return await work();
  } finally {
    heldHere.delete(path);
    // While it is held: whoever opened it before finds out that it is gone.
    rmSync(path, { force: true });
    lock.close();
  }
}

function takeLock(file: string): Held {
  if (heldHere.has(file)) throw lockedError(file, process.pid);
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const inode = createOrFind(file);
    if (sqlite === undefined) return takePlain(file);
    const lock = inode === undefined ? undefined : lockDatabase(file, sqlite);
    if (lock === undefined) continue;
    if (inode === inodeOf(file)) return lock;
    lock.close();
  }
  throw lockedError(file, readHolder(file));
}

/**
 * What SQLite looks for beside a database that it opens (sqlite.org/tempfiles.html). Ours has none of it. One that stands
 * there is a stranger's: a journal names another file, which SQLite may delete.
 */
const OF_DATABASES = ['-journal', '-wal', '-shm'];

/** Makes the file where there is none. @returns its inode; undefined where it was just taken away */
function createOrFind(file: string): bigint | undefined {
  for (const suffix of OF_DATABASES) rmSync(file + suffix, { recursive: true, force: true });
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const entry = lstatSync(file, { throwIfNoEntry: false });
    // A link would have the database made where it leads to.
    if (entry !== undefined && !entry.isFile()) rmSync(file, { recursive: true });
  }
  return inodeOf(file);
}

const inodeOf = (file: string): bigint | undefined =>
  statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;

/** @returns undefined where it is to be tried again */
function lockDatabase(file: string, { DatabaseSync }: typeof Sqlite): Held | undefined {
  const lock = openDatabase(file, DatabaseSync);
  try {
    // Node opens databases so that a journal cannot be switched off; in memory it leaves no file beside the lock.
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    // The lock outlives the transaction in this mode.
    lock.exec(`PRAGMA user_version = ${process.pid}; COMMIT`);
    return lock;
  } catch (error) {
    lock.close();
    if (errorOf(error) === NOT_A_DATABASE) {
      dropLeft(file);
      return undefined;
    }
    if (errorOf(error) === BUSY) throw lockedError(file, readHolder(file));
    throw asSystemError(error, file);
  }
}

function openDatabase(file: string, DatabaseSync: typeof Sqlite.DatabaseSync): Sqlite.DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw asSystemError(error, file);
  }
}

/** Result codes of SQLite (sqlite.org/rescode.html). */
const BUSY = 5;
const NOT_A_DATABASE = 26;

/** What SQLite says of the file system, as the system says it: 8 to 14 with what stands for more in the higher bytes. */
const SYSTEM_CODES = new Map([
  [8, 'EROFS'],
  [10, 'EIO'],
  [13, 'ENOSPC'],
  [14, 'EACCES'],
]);

function asSystemError(error: unknown, path: string): unknown {
  const code = SYSTEM_CODES.get(Number(errorOf(error)) & 0xff);
  if (code === undefined || !(error instanceof Error)) return error;
  return Object.assign(error, { code, syscall: 'lock', path });
}

const errorOf = (error: unknown): unknown => (error as { errcode?: unknown }).errcode;
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** Takes a lock without a system that holds it. */
function takePlain(file: string): Held {
  dropLeft(file);
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return { close: () => undefined };
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw lockedError(file, readHolder(file));
  }
}

/** Takes away a file that a process left which does not run any more. @throws ToldError */
function dropLeft(file: string): void {
  const holder = readHolder(file);
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (holder !== undefined && written !== undefined && holder !== process.pid)
    if (isRunningSince(holder, written)) throw lockedError(file, holder);
  rmSync(file, { force: true });
}

/** Where SQLite keeps `user_version` (sqlite.org/fileformat.html, 1.3). */
const USER_VERSION_AT = 60;

/** The number of the process in a lock of either kind. */
function readHolder(file: string): number | undefined {
  const start = readStart(file);
  if (start.length === USER_VERSION_AT + 4) return start.readUInt32BE(USER_VERSION_AT);
  const number = Number.parseInt(start.toString('latin1'), 10);
  return number > 0 ? number : undefined;
}

function readStart(file: string): Buffer {
  try {
    const handle = openSync(file, 'r');
    const start = Buffer.alloc(USER_VERSION_AT + 4);
    const length = readSync(handle, start);
    closeSync(handle);
    return start.subarray(0, length);
  } catch {
    return Buffer.alloc(0);
  }
}

function lockedError(file: string, holder: number | undefined): ToldError {
  return new ToldError(
    'publish-locked',
    {
      en: `Another run (process ${holder ?? 'unknown'}) is at work: it holds ${file}.`,
      ru: `Уже идёт другой запуск (процесс ${holder ?? 'unknown'}): им занят ${file}.`,
    },
    {
      en: 'Wait until it has ended; the lock ends with it, however it ends.',
      ru: 'Дождитесь его конца: блокировка снимется вместе с ним, чем бы он ни кончился.',
    },
  );
}
