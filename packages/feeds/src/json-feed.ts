import { directItem } from './direction.ts';
import { parseInstant } from './instant.ts';
import { buildLegalValue } from './legal-text.ts';
import type { FeedChannel, FeedItem } from './model.ts';
import { shownId } from './shown-id.ts';

function buildDate(instant: string): string {
  return parseInstant(instant).toISOString();
}

/** Absent members are undefined, which JSON leaves out. */
function buildJsonItem(item: FeedItem) {
  const { image } = item;
  return {
    id: shownId(item),
    url: item.url,
    title: item.title,
    summary: item.summary === '' ? undefined : item.summary,
    content_html: item.contentHtml,
    date_published: buildDate(item.published),
    date_modified: item.updated === undefined ? undefined : buildDate(item.updated),
    authors: item.authors.length === 0 ? undefined : item.authors.map((name) => ({ name })),
    tags: item.categories.length === 0 ? undefined : item.categories,
    language: item.language,
    image: image?.url,
    attachments: image && [{ url: image.url, mime_type: image.type, size_in_bytes: image.length }],
  };
}

/**
 * A JSON Feed 1.1 document with full text, the items in the order given.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export function buildJsonFeed(channel: FeedChannel, items: FeedItem[]): string {
  const legal = buildLegalValue(channel);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: legal.title,
    home_page_url: legal.home,
    feed_url: legal.self,
    description: legal.description,
    icon: legal.icon,
    language: legal.language,
    authors: [{ name: legal.title, url: legal.home }],
    items: buildLegalValue(items).map(directItem).map(buildJsonItem),
  };
  return `${JSON.stringify(feed)}\n`;
}
