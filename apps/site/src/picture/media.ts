import { mediaAddress } from '@tamizdat/archive';
import type { Picture, PictureFile, RecipeName } from '@tamizdat/media';
import type { ShownFile, ShownPicture } from '@tamizdat/render';
import { site } from '../site.ts';

/**
 * Derivatives of an image that stands in a folder of the content. Its name may be in either Unicode form, and is
 * only ever compared with the names in that folder: a path leads nowhere.
 * @throws Error naming the image where the folder has none of that name, or where it cannot be used.
 */
export async function derivePicture(
  folder: string,
  file: string,
  recipe: RecipeName,
): Promise<Picture> {
  const { files, media } = await site();
  const source = await files.find(folder, file);
  const name = `content/${folder}/${file}`;
  if (source === undefined) throw new Error(`there is no picture ${name}`);
  try {
    return await media.derive(source, recipe);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The same as it is shown: with addresses from the site's root. */
export async function showPicture(
  folder: string,
  file: string,
  recipe: RecipeName,
): Promise<ShownPicture> {
  return shown(await derivePicture(folder, file, recipe));
}

/** Where a file that was made or kept stands, from the site's root. */
export const mediaUrl = (name: string): string => `/${mediaAddress(name)}`;

/** A derivative as it is shown. */
export function shown({ sources, fallback }: Picture): ShownPicture {
  const fileOf = ({ name, width, height }: PictureFile): ShownFile => ({
    url: mediaUrl(name),
    width,
    height,
  });
  return {
    sources: sources.map(({ type, files }) => ({ type, files: files.map(fileOf) })),
    fallback: fileOf(fallback),
  };
}

/** Folder of the authors' records and portraits in the content. */
export const AUTHORS_FOLDER = 'authors';
