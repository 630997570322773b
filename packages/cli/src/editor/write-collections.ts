import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { listContent } from '@tamizdat/archive';
import { buildCollections } from '@tamizdat/article-schema';

/**
 * Writes what the Astro language server reads about the Markdown of a content folder, files that
 * changed only. Gives the number of files it now knows.
 */
export async function writeCollections(root: string, folder: string): Promise<number> {
  const { paths, outlet, authors } = listContent(root);
  const uri = `${pathToFileURL(root).href}/`;
  const names = outlet === undefined ? { authors } : { outlet, authors };
  await mkdir(folder, { recursive: true });
  for (const [name, data] of Object.entries(buildCollections(uri, paths, names))) {
    await writeChanged(path.join(folder, name), `${JSON.stringify(data, undefined, 2)}\n`);
  }
  return paths.length;
}

async function writeChanged(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
