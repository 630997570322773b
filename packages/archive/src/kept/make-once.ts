import type { ContentFile } from '../load/walk-content.ts';
import type { ContentIndex } from './content-index.ts';
import type { Kind, MadeByKind, Question } from './made-by-kind.ts';

/**
 * Gives what is made of a file by a program that reads it by itself; makes it where the index does not know it.
 * @param lasts Whether it would be made of the same bytes again: what a slow machine gave up is not kept.
 */
export async function makeOnce<K extends Kind>(
  file: ContentFile,
  question: Question<K>,
  index: ContentIndex,
  make: () => Promise<MadeByKind[K]>,
  lasts: (made: MadeByKind[K]) => boolean = () => true,
): Promise<MadeByKind[K]> {
  const known = index.find(file, question);
  if (known !== undefined) return known;
  const digest = index.digestOf(file);
  const made = await make();
  if (!lasts(made)) return made;
  return index.keep(file, question, digest === undefined ? { made } : { made, digest });
}
