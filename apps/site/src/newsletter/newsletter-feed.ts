import {
  articleAddress,
  newsletterAddress,
  newsletterFeedAddress,
  newsletterIssueAddress,
  startOfNextDay,
  timestampOf,
  type NewsletterIssue,
} from '@tamizdat/archive';
import type { Article, Newsletter, Outlet } from '@tamizdat/article-schema';
import { buildRss, type FeedItem, NARROW_FEED_MINIMUM } from '@tamizdat/feeds';
import { escapeHtml, localized } from '@tamizdat/render';
import { absoluteAddress } from '../feeds/absolute-address.ts';
import { openFeed, type FeedContext } from '../feeds/feed-context.ts';
import { tagUri } from '../feeds/tag-uri.ts';
import { findNewsletter } from './find-newsletter.ts';
import { daysOf } from './days-of.ts';

/** The issues of a newsletter as RSS: for readers, and for services that send a feed as mail. */
export async function newsletterFeed(lang: string, id: string): Promise<string | undefined> {
  const context = await openFeed(lang);
  const { door, outlet } = context;
  const newsletter = await findNewsletter(door, lang, id);
  if (!newsletter) return undefined;
  const issues = (await door.closedIssues({ lang, id })).slice(0, NARROW_FEED_MINIMUM);
  return buildRss(
    {
      id: tagUri(outlet, `newsletter/${id}`),
      title: `${localized(outlet.name, lang, outlet)}: ${newsletter.name}`,
      description: newsletter.description,
      language: lang,
      home: absoluteAddress(outlet, newsletterAddress(lang, id)),
      self: absoluteAddress(outlet, newsletterFeedAddress(lang, id)),
      updated: issues[0] ? publishedAt(issues[0], outlet) : door.clock,
      copyright: localized(outlet.licence.name, lang, outlet),
    },
    issues.map((issue) => issueItem(context, newsletter, issue)),
  );
}

function issueItem(
  { outlet, edition }: FeedContext,
  { id, lang, name }: Newsletter,
  issue: NewsletterIssue,
): FeedItem {
  return {
    id: tagUri(outlet, `newsletter/${id}/${issue.id}`),
    url: absoluteAddress(outlet, newsletterIssueAddress(lang, id, issue.id)),
    title: `${name}, ${daysOf(issue, edition)}`,
    summary: issue.articles.map(({ title }) => title).join(' · '),
    contentHtml: issue.articles
      .map((article) =>
        storyHtml(absoluteAddress(outlet, articleAddress(article.address)), article),
      )
      .join(''),
    published: publishedAt(issue, outlet),
    authors: [localized(outlet.name, lang, outlet)],
    categories: [],
    language: lang,
    direction: edition.dir,
  };
}

const storyHtml = (url: string, { title, newsletter }: Article): string =>
  `<h2><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></h2><p>${escapeHtml(newsletter?.blurb ?? '')}</p>`;

/** An issue is out when its days are: where the outlet is. */
const publishedAt = ({ to }: NewsletterIssue, { timeZone }: Outlet): string =>
  timestampOf(startOfNextDay(to, timeZone));
