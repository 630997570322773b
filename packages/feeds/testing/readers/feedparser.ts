import { join } from 'node:path';
import type { ReadFeed } from './read-feed.ts';
import { toIso } from './read-feed.ts';
import { explainMissing, runTool } from './run-tool.ts';

/** Debian's Python: another one on the path does not see Debian's modules. */
const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, 'read_with_feedparser.py');

/**
 * Feeds as Python's feedparser reads them: RSS or Atom, in the order of the files. It rewrites
 * the HTML of the full text for safety.
 *
 * @param files paths
 * @throws when a feed is ill-formed
 */
export async function readWithFeedparser(files: string[]): Promise<ReadFeed[]> {
  const printed = await runTool(PYTHON, ['-I', SCRIPT, ...files], '/nonexistent');
  const feeds = JSON.parse(printed) as ReadFeed[];
  return feeds.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, published: toIso(item.published) })),
  }));
}

/** Undefined when feedparser is there; otherwise what to install. */
export function explainMissingFeedparser(): Promise<string | undefined> {
  return explainMissing(PYTHON, ['-I', '-c', 'import feedparser'], 'python3-feedparser');
}
