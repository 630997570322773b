import { generateJsonFeed } from 'feedsmith';
import { parseInstant } from './instant.ts';
import { buildLegalValue } from './legal-text.ts';
import type { FeedChannel, FeedItem } from './model.ts';

function buildJsonItem(item: FeedItem) {
  const { image } = item;
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.contentHtml,
    ...(item.summary !== '' && { summary: item.summary }),
    date_published: parseInstant(item.published),
    ...(item.updated !== undefined && { date_modified: parseInstant(item.updated) }),
    ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
    ...(item.categories.length > 0 && { tags: item.categories }),
    language: item.language,
    ...(image && {
      image: image.url,
      attachments: [{ url: image.url, mime_type: image.type, size_in_bytes: image.length }],
    }),
  };
}

/**
 * A JSON Feed 1.1 document with full text, the items in the order given.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export function buildJsonFeed(channel: FeedChannel, items: FeedItem[]): string {
  const legal = buildLegalValue(channel);
  const feed = generateJsonFeed({
    title: legal.title,
    home_page_url: legal.home,
    feed_url: legal.self,
    description: legal.description,
    ...(legal.icon !== undefined && { icon: legal.icon }),
    language: legal.language,
    authors: [{ name: legal.title, url: legal.home }],
    items: buildLegalValue(items).map(buildJsonItem),
  });
  // feedsmith drops an empty list, but JSON Feed requires it.
  return `${JSON.stringify({ items: [], ...(feed as object) })}\n`;
}
