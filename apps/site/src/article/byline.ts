import { listAddress } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { localized } from '@tamizdat/render';
import type { PageContext } from '../page/open-page.ts';

/** A name in a byline, with the author's page where there is one. */
export interface BylineName {
  name: string;
  to: string | undefined;
}

/** Names of an article's authors; where there are none the newsroom, unless the outlet left that word empty. */
export async function bylineNames(page: PageContext, article: Article): Promise<BylineName[]> {
  const names = await Promise.all(article.authors.map((id) => authorName(page, id)));
  if (names.length > 0 || page.words.newsroom === '') return names;
  return [{ name: page.words.newsroom, to: undefined }];
}

/** Everyone else who worked on an article: role and name. */
export async function contributorLines(
  page: PageContext,
  article: Article,
): Promise<{ role: string; who: BylineName }[]> {
  return Promise.all(
    article.contributors.map(async (contributor) => ({
      role: page.words.roles[contributor.role],
      who:
        'author' in contributor
          ? await authorName(page, contributor.author)
          : { name: contributor.name, to: undefined },
    })),
  );
}

async function authorName({ door, lang, outlet }: PageContext, id: string): Promise<BylineName> {
  const author = await door.author(id);
  const isListed = await door.hasListed(lang, 'author', id);
  return {
    name: author ? localized(author.name, lang, outlet) : id,
    to: isListed ? listAddress(lang, 'author', id) : undefined,
  };
}
