import path from 'node:path';
import { ARTICLE_FILE_MAX_BYTES, splitFrontMatter } from '@tamizdat/article-schema';
import { readPlain, walkFolder } from '@tamizdat/files';
import { openYaml } from '../edit/yaml-document.ts';

/**
 * Finds the version of an article in a language, by its translation key: there can be one.
 * @param root The content folder.
 * @returns the file relative to `root`, `/`-separated; undefined where there is none
 */
export function findTranslation(root: string, lang: string, key: string): string | undefined {
  return findByField(root, lang, 'translationKey', key)[0];
}

/**
 * Finds the articles of a language in which a field at the top is a word. Of files, the front matter alone is read, since
 * one that has errors counts too.
 * @returns the files relative to `root`, `/`-separated
 */
export const findByField = (root: string, lang: string, name: string, word: string): string[] =>
  findByFields(
    root,
    lang,
    (yaml) => yaml.includes(word) && String(openYaml(yaml).get(name)) === word,
  );

/** Finds the articles of a language whose front matter, as text, is such. */
export function findByFields(
  root: string,
  lang: string,
  isSuch: (yaml: string) => boolean,
): string[] {
  return articleFiles(root, lang).filter((inside) => {
    const text = readOr(path.join(root, inside));
    return text !== undefined && isSuch(splitFrontMatter(text).yaml);
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
  return walkFolder(path.join(root, folder))
    .files.filter((file) => path.posix.basename(file) === 'index.md')
    .map((file) => `${folder}/${file}`);
}
