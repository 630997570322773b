import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ARTICLE_FILE_MAX_BYTES, splitFrontMatter } from '@tamizdat/article-schema';
import { readPlain } from '@tamizdat/files';

/**
 * Finds the version of an article in a language, by its translation key: there can be one. Files are read as text, since
 * one that has errors counts too.
 * @param root The content folder.
 * @returns the file relative to `root`, `/`-separated; undefined where there is none
 */
export function findTranslation(root: string, lang: string, key: string): string | undefined {
  const line = new RegExp(`^translationKey:\\s*(['"]?)${key}\\1\\s*(?:#.*)?$`, 'm');
  return articleFiles(root, lang).find((inside) => {
    const text = readOr(path.join(root, inside));
    return text !== undefined && line.test(splitFrontMatter(text).yaml);
  });
}

/** Undefined for what is no text that an article may have. */
function readOr(file: string): string | undefined {
  try {
    return new TextDecoder().decode(readPlain(file, ARTICLE_FILE_MAX_BYTES));
  } catch {
    return undefined;
  }
}

function articleFiles(root: string, lang: string): string[] {
  const folder = `articles/${lang}`;
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name === 'index.md')
      .map(({ parentPath }) =>
        path.relative(root, path.join(parentPath, 'index.md')).split(path.sep).join('/'),
      );
  } catch (error) {
    // The first article of a language finds no folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
