import type { Article, NewsletterFrequency } from '@tamizdat/article-schema';
import { instantOf } from '../instant.ts';
import { localDay } from '../local-day.ts';
import { periodOfDay, type NewsletterPeriod } from './newsletter-periods.ts';

/** Stands for the newest issue in the address of its second page, which articles link to. */
export const LATEST = 'latest';

/** One issue of a newsletter: what was picked for it in its days. */
export interface NewsletterIssue extends NewsletterPeriod {
  /** Newest first; at least one. */
  articles: Article[];
}

/**
 * The issues that picks make, newest first, the current one included.
 * @param articles Listed articles of the newsletter's language, newest first.
 * @param what `all`: the issues that all articles make, in each the picks first.
 */
export function buildNewsletterIssues(
  articles: readonly Article[],
  frequency: NewsletterFrequency,
  what: 'picks' | 'all' = 'picks',
): NewsletterIssue[] {
  const issues = new Map<string, NewsletterIssue>();
  const picks = articles.filter(isPicked);
  const others = what === 'all' ? articles.filter((article) => !isPicked(article)) : [];
  for (const article of [...picks, ...others]) {
    const period = periodOfDay(article.address, frequency);
    const issue = issues.get(period.id) ?? { ...period, articles: [] };
    issue.articles.push(article);
    issues.set(period.id, issue);
  }
  return [...issues.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

const isPicked = ({ newsletter }: Article): boolean => newsletter?.pick === true;

/**
 * Whether the days of an issue are over: only then it stands in the tree, so that it never changes by what comes.
 * @param clock RFC 3339.
 * @param timeZone IANA name of the zone in which the outlet's days begin.
 */
export function isClosed({ to }: NewsletterPeriod, clock: string, timeZone: string): boolean {
  return to < localDay(instantOf(clock), timeZone);
}
