import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { walkFolder } from '@tamizdat/files';
import {
  ForeignFileError,
  isPart,
  isPublic,
  makePlace,
  Part,
  PUBLIC,
  reachPlace,
  removeEmptyFolder,
  removeFile,
} from '@tamizdat/files';
import { openFolder } from '@tamizdat/release';
import { MirrorError } from '../mirror-error.ts';
import { flush } from '../pull/flush.ts';
import { copyHashed, isHashed } from '../pull/hash-file.ts';
import { ensureHash, goneFrom, hashBytes, sizeOf } from './check-outgoing.ts';
import { explainFileFault } from './file-faults.ts';
import type { Outgoing, Store } from './store.ts';

/**
 * Where a file grows before it takes its place: in the mirror's own folder, so that a rename is enough. What killed
 * publications left there goes with the next one that ends.
 */
const PARTS = 'release';

/**
 * A folder of this machine, to which others may write as well. Files take their places by rename, so that nobody is
 * served half of one; nothing is written or deleted behind a link in it.
 */
export function openFolderStore(folder: string): Store {
  const put = (files: readonly Outgoing[]): void => {
    for (const file of files) putFile(folder, file);
  };
  const remove = (paths: readonly string[]): void => {
    for (const path of paths) removeOne(folder, path);
  };
  return {
    features: { headers: false, atomic: false },
    read: (path, limit) =>
      isFolder(folder) ? openFolder(folder).read(path, limit) : Promise.resolve(undefined),
    list: () => attempt(() => walkFolder(join(folder, PARTS), (path) => path === 'archives').files),
    differing: (files) => attempt(() => files.filter((file) => !isThere(folder, file))),
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
        remove(
          readdirSync(join(folder, PARTS), { withFileTypes: true })
            .filter((entry) => entry.isFile() && isPart(entry.name))
            .map(({ name }) => `${PARTS}/${name}`),
        );
      }),
    close: () => Promise.resolve(),
  };
}

/** What else stands in the folder's place is found out, and told, when something is to be put there. */
const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const attempt = <Result>(work: () => Result): Promise<Result> => Promise.resolve().then(work);

/** Whether a file is there, itself and not behind a link, for everybody to read. */
function isThere(folder: string, { path, content, hash }: Outgoing): boolean {
  const wanted = { size: sizeOf(content), hash };
  try {
    return (
      reachPlace(
        folder,
        path,
        (place) =>
          isHashed(place, wanted) &&
          isPublic(lstatSync(place, { throwIfNoEntry: false })?.mode ?? 0),
      ) === true
    );
  } catch (error) {
    if (error instanceof ForeignFileError) return false;
    throw explainFileFault(error, join(folder, path));
  }
}

function putFile(folder: string, file: Outgoing): void {
  try {
    makePlace(folder, `${PARTS}/part`, PUBLIC, (beside) => {
      makePlace(folder, file.path, PUBLIC, (target) => {
        const part = new Part(dirname(beside), PUBLIC);
        try {
          ensureHash(file, write(file.content, part));
          part.place(target);
        } catch (error) {
          part.drop();
          throw error;
        }
      });
    });
  } catch (error) {
    throw explainPut(error, folder, file);
  }
}

/** @returns the SHA-256 of what was written */
function write(content: Outgoing['content'], part: Part): string {
  if ('file' in content) return copyHashed(content.file, part);
  part.write(content.bytes);
  return hashBytes(content.bytes);
}

/** A link, or a folder in a file's place, is none of ours: nothing is put aside for it. */
function explainPut(error: unknown, folder: string, { path, content }: Outgoing): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' && 'file' in content && !existsSync(content.file)) return goneFrom(path);
  return explainForeign(error, path) ?? explainFileFault(error, join(folder, path));
}

const IN_THE_WAY = new Set<unknown>(['EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY', 'ELOOP']);

function explainForeign(error: unknown, path: string): MirrorError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (!(error instanceof ForeignFileError) && !IN_THE_WAY.has(code)) return undefined;
  return new MirrorError(
    'store-foreign',
    {
      en: `A link, folder or file that no release put there stands in the way of ${path}.`,
      ru: `На месте ${path} или на пути к нему — ссылка, папка или файл, которых не ставил ни один выпуск.`,
    },
    {
      en: 'Look at what it is, and move it away. Nothing foreign is ever deleted, and no link is followed.',
      ru: 'Посмотрите, что это, и уберите. Чужое никогда не удаляется, по ссылкам никто не ходит.',
    },
    error instanceof ForeignFileError ? { detail: error.path } : {},
  );
}

function removeOne(folder: string, path: string): void {
  try {
    if (removeFile(folder, path)) removeEmptyFolders(folder, dirname(path));
  } catch (error) {
    throw explainForeign(error, path) ?? explainFileFault(error, join(folder, path));
  }
}

/** Folders that a deletion left empty go too. One that is not empty ends the way up. */
function removeEmptyFolders(folder: string, at: string): void {
  for (let path = at; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      if (!removeEmptyFolder(folder, path)) return;
    } catch {
      return;
    }
  }
}
