import type { Media } from '@tamizdat/media';
import { escapeHtml } from '@tamizdat/render';
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

/** Recordings that articles have: bytes by their names. */
export type Recordings = Map<string, number>;

/**
 * Gives recordings a player, where they come along.
 * @param found Gets each once.
 */
export const playOnStick =
  (isTaken: boolean, found: Recordings): NonNullable<Place['play']> =>
  ({ kind, file: { name, bytes }, width, height }, alt, still) => {
    found.set(name, bytes);
    if (!isTaken) return '';
    const common = `controls preload="none" src="stick:${escapeHtml(name)}" aria-label="${escapeHtml(alt)}"`;
    if (kind === 'audio') return `<audio ${common}></audio>`;
    const poster = / src="([^"]*)"/.exec(still)?.[1];
    const drawn = poster === undefined ? '' : ` poster="${poster}"`;
    return `<video ${common} width="${width}" height="${height}"${drawn}></video>`;
  };

/** Loads a picture or recording that belongs onto the stick. @throws Error where it is gone from the cache */
export async function loadDrawn({ media }: PicturePlace, name: string): Promise<Uint8Array> {
  const made = await media.load(name);
  if (made === undefined) throw goneError(name);
  return made.bytes;
}
