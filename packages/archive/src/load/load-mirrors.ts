import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Mirror, Problem } from '@tamizdat/article-schema';
import { parseRecords } from './parse-records.ts';
import { sortFiles } from './sort-files.ts';

/** Reads the announced mirrors of a content folder, and nothing but what they are checked against. */
export function loadMirrors(root: string): { mirrors: Mirror[]; problems: Problem[] } {
  const name = basename(resolve(root));
  const files = ['outlet.yaml', 'mirrors.yaml']
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, onDisk: path }));
  const { mirrors, problems } = parseRecords(sortFiles(files, name), { root, name, texts: false });
  return { mirrors, problems };
}
