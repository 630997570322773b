import type { Archive } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { EDITION_MAX_BYTES } from '../limits.ts';
import type { Sources } from '../shown/sources.ts';
import {
  buildEdition,
  type EditionDays,
  type EditionOptions,
  gatherArticles,
} from './build-edition.ts';
import { type Fitted, fitPictures } from './fit-pictures.ts';

/** What goes into a book: the articles of some days in a language. */
export interface EditionContent extends EditionDays {
  articles: readonly Article[];
}

/**
 * Makes the book of some days, light enough for mail.
 * @returns undefined where its text alone is too heavy
 * @throws Error naming a picture that is not there
 */
export async function makeEdition(
  door: Archive,
  content: EditionContent,
  sources: Sources,
  options: Omit<EditionOptions, 'context'>,
): Promise<Fitted | undefined> {
  const { lang, articles } = content;
  const edition = await door.edition(lang);
  if (edition === undefined) throw new Error(`no edition in ${lang}`);
  const context = { lang, outlet: await door.outlet(), edition, words: await door.words(lang) };
  return fitPictures(
    {
      gather: (size) => gatherArticles(door, articles, sources, size),
      compose: (gathered, kept) => buildEdition(content, gathered, kept, { ...options, context }),
    },
    EDITION_MAX_BYTES,
  );
}
