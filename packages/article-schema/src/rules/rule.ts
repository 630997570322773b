import type { ArticleContext } from '../parse/article.ts';
import type { ArticleAddress, FrontMatter, LeadImage } from '../schema/article.ts';
import type { Finding } from '@tamizdat/problem';

/** The fields that are right, as far as a file has any. */
export type PartialFrontMatter = Partial<Omit<FrontMatter, 'leadImage'>> & {
  leadImage?: Partial<LeadImage> | undefined;
};

/** What a rule between fields may know. */
export interface RuleContext extends Pick<ArticleContext, 'outlet' | 'authors' | 'now'> {
  address?: ArticleAddress | undefined;
  /** Whether the file has a field, right or wrong: what is wrong is told already, and not missing. */
  has: (field: keyof FrontMatter) => boolean;
}

/** A rule between fields: pure, told of what is right only. */
export type ArticleRule = (article: PartialFrontMatter, context: RuleContext) => Finding[];
