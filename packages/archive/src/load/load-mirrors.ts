import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Archive, Mirror } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { ContentIndex } from '../kept/content-index.ts';
import { findSample } from '../sample/find-sample.ts';
import { placeAll } from './check-content.ts';
import { parseRecords } from './parse-records.ts';
import { sortFiles } from './sort-files.ts';

/** What `mirrors.yaml` says, with what is wrong in it. */
export interface LoadedMirrors {
  mirrors: Mirror[];
  archives: Archive[];
  problems: Problem[];
}

/**
 * Reads the announced mirrors and the archives of a content folder, and nothing but what they are checked against. What is
 * left of the sample in the outlet's own file is not told of here.
 */
export function loadMirrors(root: string): LoadedMirrors {
  const name = basename(resolve(root));
  const files = ['outlet.yaml', 'mirrors.yaml']
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, onDisk: path }));
  const job = { root, name, texts: false };
  const sorted = sortFiles(files, name);
  const { mirrors, archives, problems } = parseRecords(sorted, job);
  const left = findSample({
    root,
    sorted,
    articles: [],
    only: ['mirrors.yaml'],
    index: new ContentIndex(root),
  });
  return { mirrors, archives, problems: [...problems, ...placeAll(left, { job })] };
}
