import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { AtomFeed, JsonFeed, RssFeed } from 'feedsmith';
import type { ReadFeed } from './read-feed.ts';
import { toIso } from './read-feed.ts';

type Rss = RssFeed.Feed<string>;
type Atom = AtomFeed.Feed<string>;
type Json = JsonFeed.Feed<string>;

interface Attachment {
  url?: string | undefined;
  type?: string | undefined;
  length?: number | undefined;
}

function toEnclosure(found: Attachment | undefined) {
  if (found === undefined) return {};
  const { url = '', type = '', length = 0 } = found;
  return { enclosure: { url, type, length } };
}

function fromRss(feed: Rss): ReadFeed {
  const items = (feed.items ?? []).map((item) => ({
    id: item.guid?.value ?? '',
    title: item.title ?? '',
    url: item.link ?? '',
    published: toIso(item.pubDate),
    content: item.content?.encoded ?? '',
    authors: item.dc?.creators ?? [],
    ...toEnclosure(item.enclosures?.[0]),
  }));
  return { title: feed.title ?? '', items };
}

function fromAtom(feed: Atom): ReadFeed {
  const items = (feed.entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: entry.title?.value ?? '',
    url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
    published: toIso(entry.published),
    content: entry.content?.value ?? '',
    authors: (entry.authors ?? []).map(({ name = '' }) => name),
    ...toEnclosure(
      entry.links
        ?.map(({ rel, href, type, length }) => ({ rel, url: href, type, length }))
        .find(({ rel }) => rel === 'enclosure'),
    ),
  }));
  return { title: feed.title?.value ?? '', items };
}

function fromJson(feed: Json): ReadFeed {
  const items = (feed.items ?? []).map((item) => {
    const found = item.attachments?.[0];
    return {
      id: item.id ?? '',
      title: item.title ?? '',
      url: item.url ?? '',
      published: toIso(item.date_published),
      content: item.content_html ?? '',
      authors: (item.authors ?? []).map(({ name = '' }) => name),
      ...toEnclosure(
        found && { url: found.url, type: found.mime_type, length: found.size_in_bytes },
      ),
    };
  });
  return { title: feed.title ?? '', items };
}

/** A feed as feedsmith reads it: RSS, Atom or JSON Feed. */
export function readWithFeedsmith(document: string): ReadFeed {
  if (document.startsWith('{')) return fromJson(parseJsonFeed(document));
  return document.includes('<rss ')
    ? fromRss(parseRssFeed(document))
    : fromAtom(parseAtomFeed(document));
}
