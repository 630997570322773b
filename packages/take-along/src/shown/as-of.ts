import { type EditionContext, endOnce, fillSet, lastChange, longDate } from '@tamizdat/render';
import { asOfHtml } from '../forms/standalone-page.ts';
import type { ShownArticle } from './load-shown.ts';

/** When something of an article was changed last, RFC 3339. */
export const changedAt = ({ article }: Pick<ShownArticle, 'article'>): string =>
  lastChange(article) ?? article.publishedAt ?? '';

/** Until when what is said is known to be so: what travels by itself is read later than it is written. @param at RFC 3339 */
export function asOfText({ lang, words, edition, outlet }: EditionContext, at: string): string {
  return endOnce(fillSet(words.takeAlong.asOf, { date: longDate(at, edition, outlet) }, lang));
}

/** The same as a paragraph of HTML. */
export const asOfParagraph = ({ words, edition, outlet }: EditionContext, at: string): string =>
  asOfHtml(words.takeAlong.asOf, { at, text: longDate(at, edition, outlet) });
