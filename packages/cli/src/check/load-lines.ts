import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ARTICLE_FILE_MAX_BYTES } from '@tamizdat/article-schema';

/**
 * The lines of a file that problems name, to be shown; none where it is not text or cannot be read, or where a link
 * leads out of the content: what stands there is nobody's business in a log that everyone reads.
 */
export async function loadLines(root: string, file: string): Promise<readonly string[]> {
  if (!/\.(?:md|ya?ml)$/i.test(file)) return [];
  const place = path.join(path.dirname(root), file);
  try {
    const real = await realpath(place);
    if (!real.startsWith(`${await realpath(root)}${path.sep}`)) return [];
    const facts = await stat(real);
    if (!facts.isFile() || facts.size > ARTICLE_FILE_MAX_BYTES) return [];
    const text = await readFile(real, 'utf8');
    return text.replace(/^\uFEFF/, '').split(/\r?\n/);
  } catch {
    return [];
  }
}
