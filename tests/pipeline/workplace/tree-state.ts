import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { walkFolder } from '@tamizdat/files';

/** SHA-256 of each file of a folder, by path; `/`-separated, in code-unit order. */
export type TreeState = ReadonlyMap<string, string>;

/** Files of a folder, relative, in code-unit order. Hidden ones are among them, and links, which are not followed. */
export function listFiles(folder: string): string[] {
  const { files, others } = walkFolder(folder);
  return [...files, ...others].sort();
}

export function readState(folder: string): TreeState {
  return new Map(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Like {@link readState}, with the time each file was last changed: whether anything touched it at all. */
export function readUntouched(folder: string): TreeState {
  return new Map(
    [...readState(folder)].map(([file, hash]) => {
      const { mtimeNs, ino } = lstatSync(path.join(folder, file), { bigint: true });
      return [file, `${hash} ${String(mtimeNs)} ${String(ino)}`];
    }),
  );
}

/** What differs between two states of a tree; lists in code-unit order. */
export interface TreeChanges {
  added: string[];
  changed: string[];
  removed: string[];
}

export function compareStates(before: TreeState, after: TreeState): TreeChanges {
  return {
    added: [...after.keys()].filter((file) => !before.has(file)),
    changed: [...after.keys()].filter(
      (file) => before.has(file) && before.get(file) !== after.get(file),
    ),
    removed: [...before.keys()].filter((file) => !after.has(file)),
  };
}

export const NO_CHANGES: TreeChanges = { added: [], changed: [], removed: [] };
