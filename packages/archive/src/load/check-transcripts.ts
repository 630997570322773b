import { join } from 'node:path';
import {
  ARTICLE_FILE_MAX_BYTES,
  parseTranscript,
  type ParsedTranscript,
} from '@tamizdat/article-schema';
import type { Read } from '../kept/made-by-kind.ts';
import type { LoadedFiles } from './check-content.ts';
import { fileProblem } from './file-problems.ts';
import { isWithin } from './is-within.ts';
import { type ParseJob, questionOf } from './parse-job.ts';
import { readText } from './read-text.ts';
import type { ContentFile } from './walk-content.ts';

/** Every transcript of the content folder, looked through where the index does not know it. */
export function parseTranscripts({
  job,
  index,
  sorted,
  options,
}: LoadedFiles): (ParsedTranscript & { path: string })[] {
  if (options.texts !== true) return [];
  const question = questionOf('transcript', job);
  const files = [...sorted.beside.values()]
    .flatMap((names) => [...names.values()])
    .filter(({ path }) => path.endsWith('.transcript.md') && isWithin(path, options.only ?? ['']));
  return files.map((file) => ({
    path: file.path,
    ...(index.find(file, question) ?? index.keep(file, question, readTranscript(file, job))),
  }));
}

function readTranscript({ path, onDisk }: ContentFile, job: ParseJob): Read<'transcript'> {
  const { root, name, outlet } = job;
  const read = readText(join(root, onDisk), ARTICLE_FILE_MAX_BYTES);
  if ('problem' in read) {
    const problems = [fileProblem(`${name}/${path}`, read.problem)];
    return { made: { problems, references: { links: [], images: [] } } };
  }
  const context = { path, root: name, ...(outlet === undefined ? {} : { outlet }) };
  return { made: parseTranscript(read.text, context), digest: read.digest };
}
