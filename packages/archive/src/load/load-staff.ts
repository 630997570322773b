import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Author, Outlet, OutletWords } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { FILE_PROBLEMS, fileProblem } from './file-problems.ts';
import { isWithin } from './is-within.ts';
import { parseRecords } from './parse-records.ts';
import { type SortedFiles, sortFiles } from './sort-files.ts';
import { walkContent } from './walk-content.ts';

/** An outlet, who writes for it, and its own words, as far as their files are right. */
export interface Staff {
  /** Undefined where its file is missing or has errors. */
  outlet?: Outlet;
  authors: Author[];
  /** By language. */
  words: ReadonlyMap<string, OutletWords>;
  /** Of these files alone. */
  problems: Problem[];
}

const FILES = ['outlet.yaml', 'authors', 'words'];

/**
 * Reads `outlet.yaml`, the author records and the words of a content folder by the same door as all of it: no links, pipes or
 * devices, and nothing too large. Never throws for what the folder holds.
 */
export function loadStaff(root: string): Staff {
  const name = basename(resolve(root));
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    return {
      authors: [],
      words: new Map(),
      problems: [fileProblem(name, FILE_PROBLEMS.contentMissing)],
    };
  const walk = walkContent(root, name, FILES);
  const sorted = sortFiles(walk.files, name);
  const staff: SortedFiles = { ...sorted, fronts: [], pages: [], appeals: [] };
  delete staff.mirrors;
  const { outlet, authors, words, problems } = parseRecords(staff, { root, name, texts: false });
  return {
    ...(outlet === undefined ? {} : { outlet }),
    authors,
    words,
    problems: [...walk.problems, ...sorted.problems, ...problems].filter(({ file }) =>
      isWithin(file.slice(name.length + 1), FILES),
    ),
  };
}
