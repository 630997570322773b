import type { Archive } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { EDITION_MAX_BYTES } from '../limits.ts';
import type { Sources } from '../shown/sources.ts';
import {
  buildEdition,
  type EditionDays,
  type EditionOptions,
  type Gathered,
  gatherArticles,
} from './build-edition.ts';
import { type Fitted, fitPictures } from './fit-pictures.ts';
import { heavyBookError } from './heavy-book-error.ts';

/** What goes into a book: the articles of some days in a language. */
export interface EditionContent extends EditionDays {
  articles: readonly Article[];
}

/**
 * Makes the book of some days, light enough for mail.
 * @throws ErrorInBoth where its text alone is too heavy, or a picture is not there
 */
export async function makeEdition(
  door: Archive,
  content: EditionContent,
  sources: Sources,
  options: Omit<EditionOptions, 'context'>,
  maxBytes = EDITION_MAX_BYTES,
): Promise<Fitted> {
  const { lang, articles } = content;
  const edition = await door.edition(lang);
  if (edition === undefined) throw new Error(`no edition in ${lang}`);
  const context = { lang, outlet: await door.outlet(), edition, words: await door.words(lang) };
  let shown: Gathered['shown'] = [];
  const fitted = await fitPictures(
    {
      gather: async (size) => {
        const gathered = await gatherArticles(door, articles, sources, {
          recipe: size,
          hosts: options.hosts,
        });
        ({ shown } = gathered);
        return gathered;
      },
      compose: (gathered, kept) => buildEdition(content, gathered, kept, { ...options, context }),
    },
    maxBytes,
  );
  if (fitted === undefined) throw heavyBookError(content, shown, maxBytes);
  return fitted;
}
