import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path/posix';
import { mapBounded } from '@tamizdat/files';
import { MAX_TEXT_BYTES, NAMES_SOUGHT, PARALLEL_READS } from '../limits.ts';
import { listFolders, type TreeFile, type TreeListing } from '../walk-tree.ts';
import { listPageIds } from './check-page.ts';

/** Files of an earlier build that belong to the tree as they are: they were checked when they were made. */
export interface StandingFiles {
  /** Folder they stand in. */
  folder: string;
  files: readonly TreeFile[];
  /** Paths of what stood beside them and does not any more. */
  gone: readonly string[];
}

/** The whole tree: what was built, and what stands. */
export function joinStanding(built: TreeListing, standing: StandingFiles | undefined): TreeListing {
  if (standing === undefined) return built;
  const files = [...built.files, ...standing.files];
  const folders = new Set([...built.folders, ...listFolders(files.map(({ path }) => path))]);
  return { ...built, files, folders: [...folders].sort() };
}

/**
 * Those of the standing files that may lead to what is gone: a file, or a place in a page that was made anew. Found from
 * the other side, by looking for names in their text, so that the others need not be parsed.
 * @param folder Folder of what was built.
 */
export async function listAffected(
  folder: string,
  built: TreeListing,
  standing: StandingFiles,
): Promise<TreeFile[]> {
  const names = [
    ...standing.gone.map((path) => basename(path)),
    ...(await lostPlaces(folder, built, standing)),
  ];
  if (names.length === 0) return [];
  const texts = standing.files.filter(({ path, size }) => isText(path) && size <= MAX_TEXT_BYTES);
  if (names.length > NAMES_SOUGHT) return texts;
  const sought = names.flatMap((name) => [name, encodeURI(name)]);
  const affected = await mapBounded(texts, PARALLEL_READS, async ({ path }) => {
    const text = await readFile(join(standing.folder, path), 'utf8');
    return sought.some((name) => text.includes(name));
  });
  return texts.filter((_, place) => affected[place]);
}

const isText = (path: string): boolean => /\.(?:html|css|json|webmanifest|xml|svg)$/.test(path);

/** Places that pages had and have no more, as links name them. */
async function lostPlaces(
  folder: string,
  built: TreeListing,
  { folder: former, files }: StandingFiles,
): Promise<string[]> {
  if (files.length === 0) return [];
  const pages = built.files.filter(({ path }) => path.endsWith('.html'));
  const lost = await mapBounded(pages, PARALLEL_READS, async ({ path }) => {
    const before = await readFile(join(former, path), 'utf8').catch(() => undefined);
    if (before === undefined) return [];
    const ids = listPageIds(await readFile(join(folder, path), 'utf8'));
    return [...listPageIds(before)]
      .filter((id) => !ids.has(id))
      .map((id) => `${basename(path)}#${id}`);
  });
  return lost.flat();
}
