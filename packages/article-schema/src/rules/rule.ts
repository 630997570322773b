import type { ArticleContext } from '../parse/article.ts';
import type { ArticleAddress, FrontMatter } from '../schema/article.ts';
import type { Finding } from '../problem.ts';

/** The fields that are right, as far as a file has any. */
export type PartialFrontMatter = Partial<FrontMatter>;

/** What a rule between fields may know. */
export interface RuleContext extends Pick<ArticleContext, 'outlet' | 'authors'> {
  address?: ArticleAddress | undefined;
}

/** A rule between fields: pure, told of what is right only. */
export type ArticleRule = (article: PartialFrontMatter, context: RuleContext) => Finding[];
