import { loadStaff } from '@tamizdat/archive';
import type { Author, Outlet, OutletWords } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';

/** An outlet, its authors and words, with what is wrong with records that were left out; or what is wrong with its file. */
export type LoadedOutlet =
  | {
      outlet: Outlet;
      authors: Author[];
      words: ReadonlyMap<string, OutletWords>;
      leftOut: Problem[];
    }
  | { problems: Problem[] };

/**
 * Reads `outlet.yaml`, the author records and the words of a content folder. A record with faults is left out, and told: it can be
 * mended in the room, where it is a file.
 */
export function loadOutlet(content: string): LoadedOutlet {
  const { outlet, authors, words, problems } = loadStaff(content);
  if (outlet === undefined) return { problems };
  return {
    outlet,
    authors,
    words,
    leftOut: problems.filter(({ severity }) => severity === 'error'),
  };
}
