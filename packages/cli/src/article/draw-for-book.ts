import type { BookPicture } from '@tamizdat/book';
import type { Media, RecipeName } from '@tamizdat/media';
import { loadPicture } from '../picture/load-picture.ts';
import { imageHtml, type Place } from './load-shown.ts';

/**
 * Draws pictures by the names under which they go into a book.
 * @param found Gets the pictures, each once, in an order that does not depend on which was ready first.
 */
export function drawForBook(
  place: { content: string; media: Media },
  found: BookPicture[],
  recipe: RecipeName = 'feed',
): NonNullable<Place['draw']> {
  return async (folder, file, alt) => {
    const picture = await loadPicture(place, folder, file, recipe);
    const { bytes, type } = picture;
    // With a scheme, so that whoever makes addresses absolute leaves it.
    const name = `book:${picture.name}`;
    if (!found.some((one) => one.name === name)) {
      found.push({ name, bytes, type: type === 'image/png' ? type : 'image/jpeg' });
      found.sort((one, other) => (one.name < other.name ? -1 : 1));
    }
    return imageHtml(name, picture, alt);
  };
}
