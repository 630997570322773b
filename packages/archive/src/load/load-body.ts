import { join } from 'node:path';
import {
  ARTICLE_FILE_MAX_BYTES,
  splitFrontMatter,
  type Appeal,
  transcriptText,
  type Article,
  type Page,
} from '@tamizdat/article-schema';
import { composeBody } from '@tamizdat/body';
import { fileProblem } from './file-problems.ts';
import { ContentError } from './content.ts';
import { readText, type ReadText } from './read-text.ts';

/**
 * The Markdown of an article, a fixed page or an appeal, after its front matter, in NFC with `\n` line ends.
 * `root` is the content folder. Throws ContentError where the file cannot be read.
 */
export function loadBody(
  root: string,
  of: Pick<Article, 'folder'> | Pick<Page | Appeal, 'file'>,
): Promise<string> {
  const path = 'folder' in of ? `${of.folder}/index.md` : of.file;
  const read = readBody(root, path);
  if ('problem' in read) {
    return Promise.reject(new ContentError([fileProblem(`content/${path}`, read.problem)]));
  }
  return Promise.resolve(read.text);
}

/**
 * The Markdown of a recording's transcript, a whole file in a folder of the content, in NFC with `\n` line ends.
 * Throws ContentError where it cannot be read.
 */
export function loadTranscript(file: string, path: string): string {
  const read = readText(file, ARTICLE_FILE_MAX_BYTES);
  if ('problem' in read) throw new ContentError([fileProblem(`content/${path}`, read.problem)]);
  return transcriptText(read.text);
}

/** The same for a file by its path in the content folder, with the digest of the whole file, or why there is none. Never throws. */
export function readBody(root: string, path: string): ReadText {
  const read = readText(join(root, path), ARTICLE_FILE_MAX_BYTES);
  if ('problem' in read) return read;
  return { ...read, text: composeBody(splitFrontMatter(read.text).body) };
}
