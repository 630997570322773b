import { findFile } from '@tamizdat/archive';
import type { Media, PictureFile, RecipeName } from '@tamizdat/media';

/** What a picture became for a letter or a file: a JPEG, of a drawing a PNG, without metadata. */
export interface LoadedPicture extends Pick<PictureFile, 'name' | 'width' | 'height'> {
  bytes: Buffer;
  /** Media type. */
  type: string;
}

/**
 * Loads a picture that stands in a folder of the content.
 * @param recipe As feeds show it, unless told otherwise.
 * @throws Error naming a picture that is not there, or is gone from the cache
 */
export async function loadPicture(
  { content, media }: { content: string; media: Media },
  folder: string,
  name: string,
  recipe: RecipeName = 'feed',
): Promise<LoadedPicture> {
  const file = await findFile(content, folder, name);
  if (file === undefined) throw new Error(`There is no picture ${folder}/${name}.`);
  const { fallback } = await media.derive(file, recipe);
  return loadMade(media, fallback);
}

/** Loads what was made of a picture. @throws Error where it is gone from the cache */
export async function loadMade(
  media: Media,
  { name, width, height }: Pick<PictureFile, 'name' | 'width' | 'height'>,
): Promise<LoadedPicture> {
  const made = await media.load(name);
  if (made === undefined) throw new Error(`The picture ${name} is gone from the cache.`);
  return { name, width, height, bytes: Buffer.from(made.bytes), type: made.type };
}
