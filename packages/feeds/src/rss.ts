import { getRssString } from '@astrojs/rss';
import type { RSSFeedItem } from '@astrojs/rss';
import { directItem, directSummary } from './direction.ts';
import { parseInstant } from './instant.ts';
import { buildLegalValue } from './legal-text.ts';
import type { FeedChannel, FeedItem } from './model.ts';
import { buildChannelExtensions, buildItemExtensions } from './rss-extensions.ts';
import { shownId } from './shown-id.ts';
import { buildElement } from './xml.ts';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

/**
 * The place in the document where extension `index` belongs. @astrojs/rss parses `customData` and
 * writes it anew, and on that way "007" becomes 7 and outer white space goes: so it is given these
 * empty elements only, which no text can imitate, as its `<` would be escaped.
 */
function buildSlot(index: number): string {
  return `<slot n="${index}"/>`;
}

function fillSlots(document: string, extensions: string[]): string {
  return document.replace(/<slot n="(\d+)"\/>/g, (_, index) => extensions[Number(index)] ?? '');
}

function buildRssItem(item: FeedItem, slot: string): RSSFeedItem {
  return {
    title: item.title,
    link: item.url,
    // Readers take an item's description for HTML.
    description: directSummary(item),
    pubDate: parseInstant(item.published),
    categories: item.categories,
    ...(item.contentHtml === '' ? {} : { content: item.contentHtml }),
    ...(item.image && {
      enclosure: { url: item.image.url, length: item.image.length, type: item.image.type },
    }),
    // Replaces the guid that @astrojs/rss makes of the link.
    customData: buildElement('guid', { isPermaLink: 'false' }, shownId(item)) + slot,
  };
}

/**
 * An RSS 2.0 document with full text in `content:encoded`, the items in the order given.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export async function buildRss(channel: FeedChannel, items: FeedItem[]): Promise<string> {
  const legalChannel = buildLegalValue(channel);
  const legalItems = buildLegalValue(items).map(directItem);
  const document = await getRssString({
    title: legalChannel.title,
    description: legalChannel.description,
    site: legalChannel.home,
    trailingSlash: false,
    xmlns: { ...NAMESPACES },
    items: legalItems.map((item, index) => buildRssItem(item, buildSlot(index + 1))),
    // Replaces the link that @astrojs/rss shortens (`/index.html` goes).
    customData: buildElement('link', {}, legalChannel.home) + buildSlot(0),
  });
  return fillSlots(document, [
    buildChannelExtensions(legalChannel),
    ...legalItems.map((item) => buildItemExtensions(item, legalChannel)),
  ]);
}
