import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexFile } from 'pagefind';
import { SearchIndexError } from './search-index-error.ts';

/** In every tier's folder, and nowhere else. */
const META = /^pagefind\..+\.pf_meta$/;
const WASM = /^wasm\..+\.pagefind$/;

/**
 * Makes a folder hold exactly a tier's files. It must be missing, empty or a former tier.
 * @throws SearchIndexError when something else stands there; nothing is deleted then
 */
export async function writeTierFolder(folder: string, files: readonly IndexFile[]): Promise<void> {
  const present = await listFolder(folder);
  if (present.length > 0 && !present.some((name) => META.test(name))) throw strangeFolder(present);
  await rm(folder, { recursive: true, force: true });
  await writeFiles(folder, files);
}

/**
 * Makes a folder hold exactly these files and the folders of these tiers. Former tiers and modules are taken out.
 * @throws SearchIndexError when something else stands there; nothing is deleted then
 */
export async function writeHeadFolder(
  folder: string,
  files: readonly IndexFile[],
  keys: readonly string[],
): Promise<void> {
  const kept = new Set([...keys, ...files.map(({ path }) => path), 'pagefind.js', 'tiers.json']);
  const others = (await listFolder(folder)).filter((name) => !kept.has(name));
  const strange: string[] = [];
  for (const name of others) {
    if (!WASM.test(name) && !(await isTierFolder(join(folder, name)))) strange.push(name);
  }
  if (strange.length > 0) throw strangeFolder(strange);
  const written = new Set(files.map(({ path }) => path));
  const unwanted = ['pagefind.js', 'tiers.json'].filter((name) => !written.has(name));
  for (const name of [...others, ...unwanted])
    await rm(join(folder, name), { recursive: true, force: true });
  await writeFiles(folder, files);
}

async function isTierFolder(path: string): Promise<boolean> {
  const inside = await readdir(path).catch(() => []);
  return inside.some((name) => META.test(name));
}

async function writeFiles(folder: string, files: readonly IndexFile[]): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new SearchIndexError([
      {
        code: 'search-folder-unreadable',
        message: {
          en: `the output folder cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`,
          ru: `папку для указателя не удаётся прочитать: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`,
        },
        remedy: {
          en: 'give the path of a folder that may be written',
          ru: 'укажите папку, в которую можно писать',
        },
      },
    ]);
  }
}

function strangeFolder(present: readonly string[]): SearchIndexError {
  return new SearchIndexError([
    {
      code: 'search-folder-not-index',
      message: {
        en: `the output folder holds something else: ${[...present].sort().slice(0, 3).join(', ')}`,
        ru: `в папке для указателя лежит что-то другое: ${[...present].sort().slice(0, 3).join(', ')}`,
      },
      remedy: {
        en: 'give an empty folder, for example search/en in the tree',
        ru: 'укажите пустую папку, например search/en в дереве',
      },
    },
  ]);
}
