import { realpathSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { moveFolder } from '@tamizdat/files';
import type { OpenArticle } from '../edit/open-article.ts';

/**
 * Moves an article's folder to that of another `index.md`, relative to the content folder, where nothing stands yet.
 * @throws ForeignFileError
 */
export async function moveArticle({ root, file }: OpenArticle, inside: string): Promise<void> {
  moveFolder(realpathSync(root), path.dirname(file), path.dirname(inside));
  await removeEmpty(path.dirname(path.dirname(file)));
}

/** A month's and a year's folder go with their last article: git would not keep them either. */
async function removeEmpty(month: string): Promise<void> {
  try {
    await rmdir(month);
    await rmdir(path.dirname(month));
  } catch {
    // Something else stands in it.
  }
}
