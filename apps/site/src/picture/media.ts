import path from 'node:path';
import { openMedia, type Picture, type RecipeName } from '@tamizdat/media';
import { contentFolder, mediaCacheFolder } from '../settings.ts';

/** Derivatives of the outlet's images, made once and kept. */
export const media = openMedia({ cacheFolder: mediaCacheFolder });

/** Derivatives of an image that stands in a folder of the content. */
export function derivePicture(folder: string, file: string, recipe: RecipeName): Promise<Picture> {
  return media.derive(path.join(contentFolder, folder, file), recipe);
}
