import { loadStaff } from '@tamizdat/archive';
import type { Author, Outlet } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';

/** An outlet and its authors, with what is wrong with records that were left out; or what is wrong with its file. */
export type LoadedOutlet =
  { outlet: Outlet; authors: Author[]; leftOut: Problem[] } | { problems: Problem[] };

/**
 * Reads `outlet.yaml` and the author records of a content folder. A record with faults is left out, and told: it can be
 * mended in the room, where it is a file.
 */
export function loadOutlet(content: string): LoadedOutlet {
  const { outlet, authors, problems } = loadStaff(content);
  if (outlet === undefined) return { problems };
  return { outlet, authors, leftOut: problems.filter(({ severity }) => severity === 'error') };
}
