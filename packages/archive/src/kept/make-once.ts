import type { ContentFile } from '../load/walk-content.ts';
import type { ContentIndex } from './content-index.ts';
import type { Kind, MadeByKind, Question } from './made-by-kind.ts';

/** Gives what is made of a file by a program that reads it by itself; makes it where the index does not know it. */
export async function makeOnce<K extends Kind>(
  file: ContentFile,
  question: Question<K>,
  index: ContentIndex,
  make: () => Promise<MadeByKind[K]>,
): Promise<MadeByKind[K]> {
  const known = index.find(file, question);
  if (known !== undefined) return known;
  const digest = index.digestOf(file);
  const made = await make();
  return index.keep(file, question, digest === undefined ? { made } : { made, digest });
}
