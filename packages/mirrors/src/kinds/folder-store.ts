import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMissing, openFolder } from '@tamizdat/release';
import { MirrorError } from '../mirror-error.ts';
import { flush } from '../pull/flush.ts';
import { copyHashed } from '../pull/hash-file.ts';
import { ensureHash, goneFrom, hashBytes } from './check-outgoing.ts';
import { explainFileFault } from './file-faults.ts';
import type { Outgoing, Store } from './store.ts';

/**
 * Where a file grows before it takes its place: in the mirror's own folder, so that a rename is enough. Two processes
 * have two of them; what killed ones left goes with the next publication that ends.
 */
const PARTS = 'release';
const PART = /^part-\d+$/;
const OWN_PART = `${PARTS}/part-${process.pid}`;

/** A folder of this machine. Files take their places by rename, so that nobody is served half of one. */
export function openFolderStore(folder: string): Store {
  const put = (files: readonly Outgoing[]): void => {
    for (const file of files) putFile(folder, file);
  };
  const remove = (paths: readonly string[]): void => {
    for (const path of paths) removeFile(folder, path);
  };
  return {
    features: { headers: false, atomic: false },
    read: (path, limit) =>
      isFolder(folder) ? openFolder(folder).read(path, limit) : Promise.resolve(undefined),
    put: (files) =>
      attempt(() => {
        put(files);
      }),
    remove: (paths) =>
      attempt(() => {
        remove(paths);
      }),
    settle: () => flush(folder),
    finish: () =>
      attempt(() => {
        for (const name of readdirSync(join(folder, PARTS)))
          if (PART.test(name)) rmSync(join(folder, PARTS, name), { force: true });
      }),
    close: () => Promise.resolve(),
  };
}

/** What else stands in the folder's place is found out, and told, when something is to be put there. */
const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const attempt = (work: () => void): Promise<void> => Promise.resolve().then(work);

function putFile(folder: string, file: Outgoing): void {
  const part = join(folder, OWN_PART);
  const target = join(folder, file.path);
  try {
    inFolder(part, () => {
      ensureHash(file, write(file.content, part));
    });
    inFolder(target, () => {
      renameSync(part, target);
    });
  } catch (error) {
    throw explainPut(error, folder, file);
  }
}

/** @returns the SHA-256 of what was written */
function write(content: Outgoing['content'], part: string): string {
  if ('file' in content) return copyHashed(content.file, part);
  writeFileSync(part, content.bytes);
  return hashBytes(content.bytes);
}

/** Does something with a file, in a folder that is made where it is missing: of 10,000 files few are the first of theirs. */
function inFolder(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const folder = dirname(file);
    if (!isMissing(error) || existsSync(folder)) throw error;
    mkdirSync(folder, { recursive: true });
    work();
  }
}

/** A folder in a file's place is none of ours: nothing is put aside for it. */
function explainPut(error: unknown, folder: string, { path, content }: Outgoing): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' && 'file' in content && !existsSync(content.file)) return goneFrom(path);
  if (code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOTEMPTY') {
    return new MirrorError(
      'store-foreign',
      `A folder or file that no release put there stands in the place of ${path}.`,
      'Look at what it is, and move it away. Nothing foreign is ever deleted.',
    );
  }
  return explainFileFault(error, join(folder, path));
}

function removeFile(folder: string, path: string): void {
  try {
    rmSync(join(folder, path));
    removeEmptyFolders(folder, dirname(path));
  } catch (error) {
    if (!isMissing(error)) throw explainFileFault(error, join(folder, path));
  }
}

/** Folders that a deletion left empty go too. One that is not empty ends the way up. */
function removeEmptyFolders(folder: string, at: string): void {
  for (let path = at; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      rmdirSync(join(folder, path));
    } catch {
      return;
    }
  }
}
