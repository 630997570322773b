import { join } from 'node:path';
import { ARTICLE_FILE_MAX_BYTES, parseArticle, type ParsedArticle } from '@tamizdat/article-schema';
import { AskedIds } from '../kept/asked-ids.ts';
import type { ContentIndex } from '../kept/content-index.ts';
import type { Read } from '../kept/made-by-kind.ts';
import { fileProblem } from './file-problems.ts';
import { parseInWorkers } from './parse-in-workers.ts';
import { type ParseJob, questionOf } from './parse-job.ts';
import { readText } from './read-text.ts';
import type { ContentFile } from './walk-content.ts';

/** Gives the articles of files, in their order; parses those that the index does not know, in `workers` threads. */
export async function parseArticles(
  files: readonly ContentFile[],
  job: ParseJob,
  index: ContentIndex,
  workers: number,
): Promise<ParsedArticle[]> {
  const question = questionOf('article', job);
  const found = files.map((file) => index.find(file, question));
  const unknown = files.filter((_, place) => found[place] === undefined);
  const read = await parseInWorkers(unknown, job, workers, readArticles);
  const made = new Map(unknown.map((file, place) => [file, read[place]]));
  return files.flatMap((file, place) => {
    const article = made.get(file);
    return found[place] ?? (article === undefined ? [] : index.keep(file, question, article));
  });
}

/** Reads and parses articles, in their order. */
export function readArticles(files: readonly ContentFile[], job: ParseJob): Read<'article'>[] {
  const authors = new AskedIds(job.authors);
  return files.map(({ path, onDisk }) => {
    const read = readText(join(job.root, onDisk), ARTICLE_FILE_MAX_BYTES);
    if ('problem' in read) {
      const problems = [fileProblem(`${job.name}/${path}`, read.problem)];
      return { made: { problems, outline: { path } } };
    }
    const made = parseArticle(read.text, {
      path,
      root: job.name,
      ...(job.outlet === undefined ? {} : { outlet: job.outlet }),
      ...(job.now === undefined ? {} : { now: job.now }),
      authors,
      text: job.texts,
    });
    const asked = authors.take();
    return { made, digest: read.digest, ...(asked === undefined ? {} : { authors: asked }) };
  });
}
