/** What a feed reader made of a feed, in one shape for all readers. */
export interface ReadFeed {
  title: string;
  items: ReadItem[];
}

export interface ReadItem {
  id: string;
  title: string;
  url: string;
  /** ISO 8601, UTC. */
  published: string;
  /** The full text as HTML; empty where the feed has none. */
  content: string;
  /** Those the reader keeps: some keep the first or the last alone. */
  authors: string[];
  enclosure?: { url: string; type: string; length: number };
}

/** The moment a reader's date names, in UTC. */
export function toIso(date: string | number | undefined): string {
  return date === undefined ? '' : new Date(date).toISOString();
}
