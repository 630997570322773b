import { dirname } from 'node:path';
import { isWithin } from './is-within.ts';
import type { SortedFiles } from './sort-files.ts';
import type { ContentFile } from './walk-content.ts';

/**
 * The files to be parsed where only some are to be checked: those, the articles beside which one of
 * them lies, and what says how all others are checked (outlet, mirrors, fixed pages for links to them).
 */
export function chooseFiles(
  sorted: SortedFiles,
  names: readonly string[] | undefined,
): SortedFiles {
  if (names === undefined) return sorted;
  const only = (path: string) => isWithin(path, names);
  const beside = ({ path }: ContentFile) =>
    [...(sorted.beside.get(dirname(path))?.values() ?? [])].some((file) => only(file.path));
  const records = [sorted.authors, sorted.fronts, sorted.appeals, sorted.words];
  const portraits = [...(sorted.beside.get('authors')?.values() ?? [])];
  const all = records
    .flat()
    .concat(portraits)
    .some(({ path }) => only(path));
  return {
    ...sorted,
    articles: sorted.articles.filter((file) => only(file.path) || beside(file)),
    // These are few, and some are checked against each other.
    ...(all ? {} : { authors: [], fronts: [], appeals: [], words: [] }),
  };
}
