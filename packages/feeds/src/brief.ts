import { gzipSync } from 'node:zlib';
import { parseInstant } from './instant.ts';
import { BRIEF_GZIP_BYTES, BRIEF_ITEMS } from './limits.ts';
import type { FeedChannel, FeedItem } from './model.ts';
import { buildRss } from './rss.ts';

function compareNewestFirst(a: FeedItem, b: FeedItem): number {
  const difference = parseInstant(b.published).getTime() - parseInstant(a.published).getTime();
  if (difference !== 0) return difference;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function buildBriefItem(item: FeedItem): FeedItem {
  const { id, formerId, url, title, summary, published, language, direction } = item;
  const empty = { contentHtml: '', authors: [], categories: [] };
  const known = { id, url, title, summary, published, language };
  return {
    ...known,
    ...empty,
    ...(formerId === undefined ? {} : { formerId }),
    ...(direction === undefined ? {} : { direction }),
  };
}

/** One step smaller: the oldest summary goes, and when none is left the oldest item. */
function shrink(items: FeedItem[]): FeedItem[] {
  const oldest = items.findLastIndex((item) => item.summary !== '');
  if (oldest === -1) return items.slice(0, -1);
  return items.map((item, index) => (index === oldest ? { ...item, summary: '' } : item));
}

/**
 * An RSS 2.0 document of the newest items, title and standfirst only, that crosses a connection
 * which freezes after 16 KB: at most {@link BRIEF_ITEMS} items and {@link BRIEF_GZIP_BYTES} bytes
 * gzipped. Where that is too much, the oldest standfirsts go first, then the oldest items.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export async function buildBrief(channel: FeedChannel, items: FeedItem[]): Promise<string> {
  let brief = items.toSorted(compareNewestFirst).slice(0, BRIEF_ITEMS).map(buildBriefItem);
  let document = await buildRss(channel, brief);
  while (brief.length > 0 && gzipSync(document).length > BRIEF_GZIP_BYTES) {
    brief = shrink(brief);
    document = await buildRss(channel, brief);
  }
  return document;
}
