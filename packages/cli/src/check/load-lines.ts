import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ARTICLE_FILE_MAX_BYTES } from '@tamizdat/article-schema';

/** The lines of a file that problems name, to be shown; none where it is not text or cannot be read. */
export async function loadLines(root: string, file: string): Promise<readonly string[]> {
  if (!/\.(?:md|ya?ml)$/i.test(file)) return [];
  const place = path.join(path.dirname(root), file);
  try {
    const facts = await stat(place);
    if (!facts.isFile() || facts.size > ARTICLE_FILE_MAX_BYTES) return [];
    const text = await readFile(place, 'utf8');
    return text.replace(/^\uFEFF/, '').split(/\r?\n/);
  } catch {
    return [];
  }
}
