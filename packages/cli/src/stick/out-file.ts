import { zip as zipAll, zipLazily, type LazyFile } from '@tamizdat/book';
import { PICTURES, type StickFile } from '@tamizdat/stick';
import { isStrictPath } from '@tamizdat/verify';
import { findCollision } from '@tamizdat/verify/format';
import { say } from '../language/say.ts';
import { loadDrawn, type PicturePlace } from './pictures.ts';

/** A file that is to be written, loaded when its turn comes. */
export type OutFile = LazyFile;

/** All files of a stick, texts before pictures and recordings. @throws Error naming paths that FAT or Windows refuse */
export function listFiles(
  texts: readonly StickFile[],
  media: readonly string[],
  place: PicturePlace,
): OutFile[] {
  const files = [
    ...texts.map(({ path, text }) => ({
      path,
      isStored: false,
      load: () => Promise.resolve(Buffer.from(text)),
    })),
    ...media.map((name) => ({
      path: PICTURES + name,
      isStored: true,
      load: () => loadDrawn(place, name),
    })),
  ];
  verifyPaths(files.map(({ path }) => path));
  return files;
}

/** The same as one small zip. */
export async function zipInMemory(files: readonly OutFile[]): Promise<Buffer> {
  const loaded = await Promise.all(
    files.map(async ({ path, isStored, load }) => ({ path, isStored, bytes: await load() })),
  );
  return zipAll(loaded);
}

export { zipLazily };

/** Sticks come formatted as FAT, which knows no case and refuses some names, and are read on Windows. */
export function verifyPaths(paths: readonly string[]): void {
  const bad = paths.filter((path) => !isStrictPath(path));
  const twins = findCollision(paths);
  if (bad.length === 0 && twins === undefined) return;
  const names = [...bad, ...(twins === undefined ? [] : [twins.join(' = ')])].join('\n  ');
  throw new Error(
    say({
      en: `Nothing was written: names that a stick (FAT) or Windows refuses, or takes for one another:\n  ${names}\nGive the article another slug: its folder’s name.`,
      ru: `Ничего не записано: имена, которых не примет флешка (FAT) или Windows или которые для них одинаковы:\n  ${names}\nДайте статье другой адрес: переименуйте её папку.`,
    }),
  );
}
