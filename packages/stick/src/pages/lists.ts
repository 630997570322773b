import { escapeHtml } from '@tamizdat/render';
import { relativeLink } from '@tamizdat/tree';
import type { StickArticle } from '../stick.ts';

/** Articles one under the other, as a page lists them. */
export function listHtml(articles: readonly StickArticle[], from: string): string {
  const items = articles.map(({ path, title, standfirst, date }) => {
    const lines = [standfirst, date].filter((line) => line !== undefined && line !== '');
    const below = lines.map((line) => `<p>${escapeHtml(line ?? '')}</p>`).join('');
    return `<li><a href="${escapeHtml(relativeLink(from, path))}">${escapeHtml(title)}</a>${below}</li>`;
  });
  return `<ol class="list">${items.join('\n')}</ol>`;
}

/** Of its address. */
export const yearOf = ({ month }: Pick<StickArticle, 'month'>): string => month.slice(0, 4);

/** Months of the articles, newest first. */
export const monthsOf = (articles: readonly StickArticle[]): string[] =>
  [...new Set(articles.map(({ month }) => month))].sort().reverse();
