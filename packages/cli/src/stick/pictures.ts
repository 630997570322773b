import type { Media } from '@tamizdat/media';
import { goneError, imageHtml, type Place, type Sources } from '@tamizdat/take-along';
import { PICTURE_SIZES, type PictureSize } from './arguments.ts';

/** Where texts, pictures and drawn pictures come from. */
export interface PicturePlace {
  content: string;
  sources: Sources;
  media: Media;
}

/** Draws pictures of a size. @param found Gets each once: its name, and its bytes. */
export function drawForStick(
  { sources }: PicturePlace,
  size: PictureSize,
  found: Map<string, number>,
): NonNullable<Place['draw']> {
  return async (folder, file, alt) => {
    const picture = await sources.loadPicture(folder, file, PICTURE_SIZES[size]);
    found.set(picture.name, picture.bytes.length);
    return imageHtml(`stick:${picture.name}`, picture, alt);
  };
}

/** Loads a picture that was drawn. @throws Error where it is gone from the cache */
export async function loadDrawn({ media }: PicturePlace, name: string): Promise<Uint8Array> {
  const made = await media.load(name);
  if (made === undefined) throw goneError(name);
  return made.bytes;
}
