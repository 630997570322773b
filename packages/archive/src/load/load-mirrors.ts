import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Archive, Mirror } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { parseRecords } from './parse-records.ts';
import { sortFiles } from './sort-files.ts';

/** What `mirrors.yaml` says, with what is wrong in it. */
export interface LoadedMirrors {
  mirrors: Mirror[];
  archives: Archive[];
  problems: Problem[];
}

/** Reads the announced mirrors and the archives of a content folder, and nothing but what they are checked against. */
export function loadMirrors(root: string): LoadedMirrors {
  const name = basename(resolve(root));
  const files = ['outlet.yaml', 'mirrors.yaml']
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, onDisk: path }));
  const job = { root, name, texts: false };
  const { mirrors, archives, problems } = parseRecords(sortFiles(files, name), job);
  return { mirrors, archives, problems };
}
