import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  parseAuthor,
  parseOutlet,
  type Author,
  type Outlet,
  type Problem,
} from '@tamizdat/article-schema';

/** An outlet and its authors, or what is wrong with its file. */
export type LoadedOutlet = { outlet: Outlet; authors: Author[] } | { problems: Problem[] };

/** Reads `outlet.yaml` and the author records of a content folder. A record with faults is left out: it can be mended in the room. */
export async function loadOutlet(content: string): Promise<LoadedOutlet> {
  const root = path.basename(content);
  const text = await readFile(path.join(content, 'outlet.yaml'), 'utf8').catch(() => '');
  const { value: outlet, problems } = parseOutlet(text, { path: 'outlet.yaml', root });
  if (outlet === undefined) return { problems };
  const names = await readdir(path.join(content, 'authors')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  const parsed = await Promise.all(
    files.map(async (name) => {
      const record = await readFile(path.join(content, 'authors', name), 'utf8');
      return parseAuthor(record, { path: `authors/${name}`, root, outlet }).value;
    }),
  );
  return { outlet, authors: parsed.filter((author) => author !== undefined) };
}
