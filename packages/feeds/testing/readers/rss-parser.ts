import Parser from 'rss-parser';
import type { ReadFeed } from './read-feed.ts';
import { toIso } from './read-feed.ts';

/** What rss-parser gives for Atom and for modules, beyond its declared types. */
interface Extra {
  id?: string;
  author?: string;
  'content:encoded'?: string;
}

function toItem(item: Extra & Parser.Item) {
  const { enclosure } = item;
  const author = item.creator ?? item.author;
  const isRss = item.guid !== undefined;
  return {
    id: item.guid ?? item.id ?? '',
    title: item.title ?? '',
    url: item.link ?? '',
    published: toIso(item.isoDate),
    content: (isRss ? item['content:encoded'] : item.content) ?? '',
    authors: author === undefined ? [] : [author],
    ...(enclosure && {
      enclosure: {
        url: enclosure.url,
        type: enclosure.type ?? '',
        length: Number(enclosure.length),
      },
    }),
  };
}

/** A feed as rss-parser reads it: RSS or Atom; it keeps the first author, and no Atom enclosure. */
export async function readWithRssParser(document: string): Promise<ReadFeed> {
  const feed = await new Parser<object, Extra>().parseString(document);
  return { title: feed.title ?? '', items: feed.items.map(toItem) };
}
