import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitFrontMatter } from '@tamizdat/article-schema';

/**
 * Finds the version of an article in a language, by its translation key: there can be one. Files are read as text, since
 * one that has errors counts too.
 * @param root The content folder.
 * @returns the file relative to `root`, `/`-separated; undefined where there is none
 */
export function findTranslation(root: string, lang: string, key: string): string | undefined {
  const line = new RegExp(`^translationKey:\\s*(['"]?)${key}\\1\\s*(?:#.*)?$`, 'm');
  return articleFiles(root, lang).find((inside) => {
    const { yaml } = splitFrontMatter(readFileSync(path.join(root, inside), 'utf8'));
    return line.test(yaml);
  });
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
