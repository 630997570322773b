import type { BookPicture } from '@tamizdat/book';
import type { RecipeName } from '@tamizdat/media';
import { imageHtml, type Place } from './load-shown.ts';
import type { Sources } from './sources.ts';

/**
 * Draws pictures by the names under which they go into a book.
 * @param found Gets the pictures, each once, in an order that does not depend on which was ready first.
 */
export function drawForBook(
  { loadPicture }: Pick<Sources, 'loadPicture'>,
  found: BookPicture[],
  recipe: RecipeName = 'feed',
): NonNullable<Place['draw']> {
  return async (folder, file, alt) => {
    const picture = await loadPicture(folder, file, recipe);
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
