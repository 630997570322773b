import { findFile } from '@tamizdat/archive';
import type { Media, PictureFile, RecipeName } from '@tamizdat/media';
import { ErrorInBoth } from '@tamizdat/problem';

/** What a picture became for a letter or a file: a JPEG, of a drawing a PNG, without metadata. */
export interface LoadedPicture extends Pick<PictureFile, 'name' | 'width' | 'height'> {
  bytes: Buffer;
  /** Media type. */
  type: string;
}

/**
 * Loads a picture that stands in a folder of the content.
 * @param recipe As feeds show it, unless told otherwise.
 * @throws ErrorInBoth naming a picture that is not there, or is gone from the cache
 */
export async function loadPicture(
  { content, media }: { content: string; media: Media },
  folder: string,
  name: string,
  recipe: RecipeName = 'feed',
): Promise<LoadedPicture> {
  const file = await findFile(content, folder, name);
  if (file === undefined) throw missing(`content/${folder}/${name}`);
  const { fallback } = await media.derive(file, recipe);
  return loadMade(media, fallback);
}

/** Loads what was made of a picture. @throws ErrorInBoth where it is gone from the cache */
export async function loadMade(
  media: Media,
  { name, width, height }: Pick<PictureFile, 'name' | 'width' | 'height'>,
): Promise<LoadedPicture> {
  const made = await media.load(name);
  if (made === undefined) throw goneError(name);
  return { name, width, height, bytes: Buffer.from(made.bytes), type: made.type };
}

const missing = (file: string): ErrorInBoth =>
  new ErrorInBoth({
    en: `There is no picture ${file}. Put it there, or take it out of the text; tamizdat check says where it is named.`,
    ru: `Нет картинки ${file}. Положите её туда или уберите из текста; где она названа, скажет tamizdat check.`,
  });

/** Something took it away while a command was at work: the next run makes it anew. */
export const goneError = (name: string): ErrorInBoth =>
  new ErrorInBoth({
    en: `The picture ${name} is gone from the cache. Run the same command again: it is made anew.`,
    ru: `Картинка ${name} исчезла из кэша. Повторите команду: картинка будет сделана заново.`,
  });
