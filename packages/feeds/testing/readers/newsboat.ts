import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ReadItem } from './read-feed.ts';
import { toIso } from './read-feed.ts';
import { explainMissing, runTool } from './run-tool.ts';

const QUERY = `SELECT guid, title, author, url, pubDate, content
  FROM rss_item WHERE deleted = 0 ORDER BY pubDate DESC, guid`;

type Row = Record<string, string | number | null>;

function toItem(row: Row): ReadItem {
  return {
    id: String(row['guid']),
    title: String(row['title']),
    url: String(row['url']),
    published: toIso(Number(row['pubDate']) * 1000),
    content: String(row['content']),
    authors: row['author'] === '' ? [] : [String(row['author'])],
  };
}

/**
 * What newsboat holds after it fetched the feeds at these addresses (`http:` or `file:`), newest
 * first. A second call with the same folder is the same reader's next fetch. It keeps one item of
 * an id over all its feeds, the last of an RSS item's authors, and no image enclosures.
 *
 * @param folder the reader's home, made when missing
 */
export async function readWithNewsboat(folder: string, addresses: string[]): Promise<ReadItem[]> {
  await mkdir(folder, { recursive: true });
  const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((name) => join(folder, name));
  if (!urls || !cache || !config) throw new Error('Unreachable: three names give three paths.');
  await writeFile(urls, addresses.map((address) => `${address}\n`).join(''));
  await writeFile(config, 'use-proxy no\n');
  await runTool('newsboat', ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'], folder);
  const database = new DatabaseSync(cache, { readOnly: true });
  try {
    return (database.prepare(QUERY).all() as Row[]).map(toItem);
  } finally {
    database.close();
  }
}

/** Undefined when newsboat is there; otherwise what to install. */
export function explainMissingNewsboat(): Promise<string | undefined> {
  return explainMissing('newsboat', ['--version'], 'newsboat');
}
