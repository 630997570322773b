import type { IndexFile } from 'pagefind';
import { buildCanonicalIndex } from './canonical-index.ts';

/** What a tier consists of: its list of pages and the data. Everything else of Pagefind's is the same for all. */
const DATA = /^(?:pagefind\.[^/]+\.pf_meta|(?:fragment|index|filter)\/[^/]+)$/;
const META = /^pagefind\.(.+)\.pf_meta$/;

/** The files of a tier that a search page asks for, sorted by path, and the hash in its list's name: empty where nothing holds a word. */
export function buildTierFiles(all: readonly IndexFile[]): { files: IndexFile[]; hash: string } {
  const files = buildCanonicalIndex(all.filter(({ path }) => DATA.test(path)));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, hash: files.flatMap(({ path }) => META.exec(path)?.[1] ?? [])[0] ?? '' };
}
