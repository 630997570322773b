import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '@tamizdat/files';
import { toRoot } from './read-tree.ts';
import { readNodesFrom } from './node-files.ts';
import { listPublished } from './published-files.ts';
import { publishedFolder, type ReleaseState } from './release-state.ts';
import { surveyTree } from './survey-tree.ts';

/**
 * Lists the files, with their folders, that a state speaks of and that are not there: of the history itself, and of the
 * tree that was released. Without a node nobody knows what else there has to be: then it is listed alone.
 * @param folder Of the state.
 * @param tree Folder of the tree.
 * @throws ReleaseError `node-mismatch`
 */
export function listMissing(folder: string, state: ReleaseState, tree: string): string[] {
  try {
    return listWanted(folder, state, tree).filter((file) => !existsSync(file));
  } catch (error) {
    const { path } = error as Partial<NodeJS.ErrnoException>;
    if (isMissing(error) && path !== undefined) return [path];
    throw error;
  }
}

function listWanted(folder: string, state: ReleaseState, tree: string): string[] {
  const published = publishedFolder(folder);
  const read = readNodesFrom(published);
  const names = [...listPublished(state, read)].map((name) => join(published, name));
  const files = surveyTree(toRoot(state.summary), read).files.map(({ path }) => join(tree, path));
  return [...names, ...files];
}
