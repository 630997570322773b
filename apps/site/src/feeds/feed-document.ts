import {
  feedAddress,
  frontAddress,
  listAddress,
  listFeedAddress,
  type FeedFormat,
  type ListKind,
} from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import {
  BRIEF_ITEMS,
  FEED_MINIMUM,
  NARROW_FEED_MINIMUM,
  buildAtom,
  buildBrief,
  buildJsonFeed,
  buildRss,
  type FeedChannel,
  type FeedItem,
} from '@tamizdat/feeds';
import { lastChange, localized, taxonName } from '@tamizdat/render';
import { absoluteAddress } from './absolute-address.ts';
import { openFeed, type FeedContext } from './feed-context.ts';
import { briefItem, feedItem } from './feed-item.ts';
import { tagUri } from './tag-uri.ts';

/** A feed of a whole edition. */
export async function editionFeed(lang: string, format: FeedFormat): Promise<string> {
  const context = await openFeed(lang);
  const brief = format === 'brief.xml';
  const articles = await context.door.feedArticles(lang, brief ? BRIEF_ITEMS : FEED_MINIMUM);
  const name = localized(context.outlet.name, lang, context.outlet);
  const channel = channelOf(context, articles, {
    specific: `${lang}/${format}`,
    title: name,
    home: frontAddress(lang),
    self: feedAddress(lang, format),
  });
  const items = brief
    ? articles.map((article) => briefItem(context, article))
    : await itemsOf(context, articles);
  if (format === 'atom.xml') return buildAtom(channel, items);
  if (format === 'feed.json') return buildJsonFeed(channel, items);
  return brief ? buildBrief(channel, items) : buildRss(channel, items);
}

/** The RSS feed of a section, tag or author; undefined where there is no such list. */
export async function listFeed(
  lang: string,
  kind: ListKind,
  id: string,
): Promise<string | undefined> {
  const context = await openFeed(lang);
  const title = await listTitle(context, kind, id);
  if (title === undefined) return undefined;
  const minimum = kind === 'section' ? FEED_MINIMUM : NARROW_FEED_MINIMUM;
  const articles = await context.door.feedArticles(lang, minimum, { kind, id });
  const name = localized(context.outlet.name, lang, context.outlet);
  const channel = channelOf(context, articles, {
    specific: `${lang}/${kind}/${id}`,
    title: `${name}: ${title}`,
    home: listAddress(lang, kind, id),
    self: listFeedAddress(lang, kind, id),
  });
  return buildRss(channel, await itemsOf(context, articles));
}

async function listTitle(
  { door, lang, outlet }: FeedContext,
  kind: ListKind,
  id: string,
): Promise<string | undefined> {
  if (kind === 'author') {
    const author = await door.author(id);
    return author && localized(author.name, lang, outlet);
  }
  const taxa = kind === 'section' ? outlet.sections : outlet.tags;
  return taxa.some((taxon) => taxon.id === id) ? taxonName(taxa, id, lang, outlet) : undefined;
}

function itemsOf(context: FeedContext, articles: readonly Article[]): Promise<FeedItem[]> {
  return Promise.all(articles.map((article) => feedItem(context, article)));
}

function channelOf(
  { outlet, lang, door }: FeedContext,
  articles: readonly Article[],
  { specific, title, home, self }: { specific: string; title: string; home: string; self: string },
): FeedChannel {
  const changes = articles.map(
    (article) => lastChange(article) ?? article.publishedAt ?? door.clock,
  );
  return {
    id: tagUri(outlet, specific),
    title,
    description: localized(outlet.description, lang, outlet),
    language: lang,
    home: absoluteAddress(outlet, home),
    self: absoluteAddress(outlet, self),
    updated: changes.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? door.clock,
    copyright: localized(outlet.licence.name, lang, outlet),
  };
}
