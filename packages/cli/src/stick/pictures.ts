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

/** Whether recordings come along, and how their captions are said: with addresses or without. */
export interface Playing extends PicturePlace {
  isTaken: boolean;
  say: (vtt: string) => string;
}

/**
 * Gives recordings a player, where they come along.
 * @param found Gets each once.
 */
export const playOnStick =
  (playing: Playing, found: Recordings): NonNullable<Place['play']> =>
  async ({ kind, file: { name, bytes }, width, height, captions }, alt, still) => {
    found.set(name, bytes);
    if (!playing.isTaken) return '';
    const common = `controls preload="none" src="stick:${escapeHtml(name)}" aria-label="${escapeHtml(alt)}"`;
    if (kind === 'audio') return `<audio ${common}></audio>`;
    const poster = / src="([^"]*)"/.exec(still)?.[1];
    const drawn = poster === undefined ? '' : ` poster="${poster}"`;
    const tracks = await Promise.all(captions.map((one) => trackHtml(playing, one)));
    return `<video ${common} width="${width}" height="${height}"${drawn}>${tracks.join('')}</video>`;
  };

/** Captions inside the page: a page that was opened from a file may read none beside it. */
async function trackHtml(
  playing: Playing,
  { lang, name }: { lang: string; name: string },
): Promise<string> {
  const text = Buffer.from(await loadDrawn(playing, name)).toString('utf8');
  const data = Buffer.from(playing.say(text)).toString('base64');
  return `<track kind="captions" srclang="${escapeHtml(lang)}" src="data:text/vtt;base64,${data}">`;
}

/** Loads a picture or recording that belongs onto the stick. @throws Error where it is gone from the cache */
export async function loadDrawn({ media }: PicturePlace, name: string): Promise<Uint8Array> {
  const made = await media.load(name);
  if (made === undefined) throw goneError(name);
  return made.bytes;
}
