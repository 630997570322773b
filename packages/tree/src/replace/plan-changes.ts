import { foldName } from '../fold-name.ts';
import { isWithin, listFolders, listParents, type TreeListing } from '../walk-tree.ts';

/** What has to be done to a folder, in the order of the fields. Paths are tree paths. */
export interface ChangePlan {
  /** What stands where a file or folder has to go: a file for a folder, a link, a name that differs in case alone. */
  obstacles: string[];
  /** Files to put in place, in the order of {@link compareByReach}. */
  writes: string[];
  /** Files to take away. */
  deletes: string[];
  /** Folders left empty, innermost first. */
  emptied: string[];
}

/**
 * Plans how to make one listing into another.
 *
 * @param changed Paths that stand in both, with different bytes.
 * @param keep Paths that are in neither listing and stay.
 */
export function planChanges(
  from: TreeListing,
  to: TreeListing,
  changed: ReadonlySet<string>,
  keep: readonly string[] = [],
): ChangePlan {
  const wanted = new Set(from.files.map(({ path }) => path));
  const wantedFolders = new Set(listFolders(wanted));
  const present = new Set(to.files.map(({ path }) => path));
  const surplus = to.files.map(({ path }) => path).filter((path) => !wanted.has(path));
  const folded = new Set([...wanted, ...wantedFolders].map(foldName));
  const isObstacle = (path: string): boolean =>
    folded.has(foldName(path)) || listParents(path).some((parent) => wanted.has(parent));
  const holdsKept = (path: string): boolean => keep.some((kept) => isWithin(kept, [path]));
  const emptied = to.folders
    .filter((path) => !wantedFolders.has(path) && !holdsKept(path))
    .reverse();
  return {
    obstacles: [
      ...to.others,
      ...surplus.filter(isObstacle),
      ...emptied.filter((path) => isObstacle(path)),
    ],
    writes: [...wanted]
      .filter((path) => !present.has(path) || changed.has(path))
      .sort(compareByReach),
    deletes: surplus.filter((path) => !isObstacle(path)),
    emptied: emptied.filter((path) => !isObstacle(path)),
  };
}

/**
 * Files that others point to come first: media and search parts, then articles, then the pages, feeds and lists that
 * lead to them. Between two renames a reader then meets an old list with working links, not a new list without.
 */
export function compareByReach(one: string, other: string): number {
  const difference = rankReach(one) - rankReach(other);
  return difference === 0 ? compareCodeUnits(one, other) : difference;
}

/**
 * What stands in the folder of an article: a tree knows its files by their names alone, and this package nothing of
 * the table of pages: `address-forms.test.ts` in the `tamizdat` command holds the two together.
 */
const OF_ARTICLE = /\/\d{4}\/\d{2}\/\d{2}\//;

function rankReach(path: string): number {
  if (!/\.(?:html|xml|json|txt)$/.test(path)) return 0;
  return OF_ARTICLE.test(path) ? 1 : 2;
}

function compareCodeUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
