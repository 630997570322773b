import path from 'node:path';
import { findFile } from '@tamizdat/archive';
import { openMedia, type Picture, type RecipeName } from '@tamizdat/media';
import { contentFolder, mediaCacheFolder } from '../settings.ts';

/** Derivatives of the outlet's images, made once and kept. */
export const media = openMedia({ cacheFolder: mediaCacheFolder });

/** Derivatives of an image that stands in a folder of the content. Its name may be in either Unicode form. */
export async function derivePicture(
  folder: string,
  file: string,
  recipe: RecipeName,
): Promise<Picture> {
  const source = await findFile(contentFolder, folder, file);
  return media.derive(source ?? path.join(contentFolder, folder, file), recipe);
}

/** Folder of the authors' records and portraits in the content. */
export const AUTHORS_FOLDER = 'authors';
