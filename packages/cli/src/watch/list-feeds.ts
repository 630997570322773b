import path from 'node:path';
import { feedAddresses, notFoundAddress, YAML_FILE_MAX_BYTES } from '@tamizdat/archive';
import { parseOutlet } from '@tamizdat/article-schema';
import { readPlain } from '@tamizdat/files';

/** Files in which every mirror's own address stands, whatever the outlet. */
const ALWAYS = ['robots.txt', 'sitemap.xml', notFoundAddress];

/** Lists files in which a mirror's own address should stand, feeds of the outlet's languages included. */
export function listFeeds(content: string): string[] {
  return [...ALWAYS, ...readLanguages(content).flatMap(feedAddresses)];
}

/** None where the content is not here: somebody else's mirrors can be watched all the same. */
function readLanguages(content: string): string[] {
  try {
    const file = path.join(content, 'outlet.yaml');
    const text = new TextDecoder().decode(readPlain(file, YAML_FILE_MAX_BYTES));
    const { value } = parseOutlet(text, { path: 'outlet.yaml', root: path.basename(content) });
    return value?.languages.map(({ code }) => code) ?? [];
  } catch {
    return [];
  }
}
