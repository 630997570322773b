import type { Archive } from '@tamizdat/archive';
import type { Article, Author } from '@tamizdat/article-schema';
import {
  type ArticleView,
  buildArticleView,
  type EditionContext,
  peopleOf,
} from '@tamizdat/render';

/** What is shown of an article in an edition, with the names that the archive knows. */
export async function viewArticle(
  context: EditionContext & { door: Archive },
  article: Article,
): Promise<ArticleView> {
  const records = await Promise.all(peopleOf(article).map((id) => context.door.author(id)));
  const authors = records.flatMap((author): [string, Author][] =>
    author ? [[author.id, author]] : [],
  );
  return buildArticleView(article, context, new Map(authors));
}
