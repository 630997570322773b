import { basename, resolve } from 'node:path';
import type { Outlet } from '@tamizdat/article-schema';
import { parseRecords } from './parse-records.ts';
import { type SortedFiles, sortFiles } from './sort-files.ts';
import { walkContent } from './walk-content.ts';

/** What a content folder has, without reading its articles. */
export interface ContentList {
  /** Markdown files of articles, fixed pages and appeals, relative to the content folder. */
  paths: string[];
  outlet?: Outlet;
  /** Ids of author records. */
  authors: string[];
}

/** Lists a content folder's files and reads its outlet. Throws where there is no such folder. */
export function listContent(root: string): ContentList {
  const name = basename(resolve(root));
  const sorted = sortFiles(walkContent(root, name).files, name);
  const only: SortedFiles = {
    ...sorted,
    authors: [],
    fronts: [],
    pages: [],
    appeals: [],
    words: [],
  };
  delete only.mirrors;
  const { outlet } = parseRecords(only, { root, name, texts: false });
  return {
    paths: [...sorted.articles, ...sorted.pages, ...sorted.appeals].map(({ path }) => path),
    authors: sorted.authors.map(({ path }) => basename(path, '.yaml')),
    ...(outlet === undefined ? {} : { outlet }),
  };
}
