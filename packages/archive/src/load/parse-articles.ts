import { join } from 'node:path';
import {
  ARTICLE_FILE_MAX_BYTES,
  parseArticle,
  type Outlet,
  type ParsedArticle,
} from '@tamizdat/article-schema';
import { fileProblem } from './file-problems.ts';
import { readText } from './read-text.ts';
import type { ContentFile } from './walk-content.ts';

/** What is the same for all articles of a content folder. */
export interface ParseJob {
  root: string;
  name: string;
  outlet: Outlet | undefined;
  authors: ReadonlySet<string>;
  texts: boolean;
  /** RFC 3339; absent where times to come are not told. */
  now?: string;
}

/** Reads and parses articles, in their order. */
export function parseArticles(files: readonly ContentFile[], job: ParseJob): ParsedArticle[] {
  return files.map(({ path, onDisk }) => {
    const read = readText(join(job.root, onDisk), ARTICLE_FILE_MAX_BYTES);
    if ('problem' in read) {
      const problems = [fileProblem(`${job.name}/${path}`, read.problem)];
      return { problems, outline: { path } };
    }
    return parseArticle(read.text, {
      path,
      root: job.name,
      ...(job.outlet === undefined ? {} : { outlet: job.outlet }),
      ...(job.now === undefined ? {} : { now: job.now }),
      authors: job.authors,
      text: job.texts,
    });
  });
}
