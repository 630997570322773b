import type { Article, Author } from '@tamizdat/article-schema';
import type { ArticleView, EditionContext } from './article-view.ts';
import { buildArticleView } from './build-article-view.ts';
import { peopleOf } from './whole-article.ts';

/**
 * What is shown of an article in an edition, with the names of those who made it.
 * @param findAuthor Gives an author's record by its id; undefined where there is none.
 */
export async function viewArticle(
  article: Article,
  context: EditionContext,
  findAuthor: (id: string) => Promise<Author | undefined>,
): Promise<ArticleView> {
  const records = await Promise.all(peopleOf(article).map(findAuthor));
  const known = records.flatMap((author): [string, Author][] =>
    author ? [[author.id, author]] : [],
  );
  return buildArticleView(article, context, new Map(known));
}
