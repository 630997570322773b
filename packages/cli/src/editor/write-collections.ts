import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { listContent } from '@tamizdat/archive';
import { buildCollections } from '@tamizdat/article-schema';
import { replaceFile } from '@tamizdat/files';
import { repository } from '../repository/folders.ts';

/**
 * Writes what the Astro language server reads about the Markdown of a content folder, files that
 * changed only. Gives the number of files it now knows.
 */
export async function writeCollections(root: string, folder: string): Promise<number> {
  const { paths, outlet, authors } = listContent(root);
  const uri = `${pathToFileURL(root).href}/`;
  const names = outlet === undefined ? { authors } : { outlet, authors };
  for (const [name, data] of Object.entries(buildCollections(uri, paths, names))) {
    await writeChanged(folder, name, `${JSON.stringify(data, undefined, 2)}\n`);
  }
  return paths.length;
}

async function writeChanged(folder: string, name: string, text: string): Promise<void> {
  const before = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  if (before === text) return;
  replaceFile(repository, path.join(folder, name), text);
}
