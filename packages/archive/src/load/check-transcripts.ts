import { join } from 'node:path';
import {
  ARTICLE_FILE_MAX_BYTES,
  parseTranscript,
  type ParsedTranscript,
} from '@tamizdat/article-schema';
import type { LoadedFiles } from './check-content.ts';
import { fileProblem } from './file-problems.ts';
import { isWithin } from './is-within.ts';
import { readText } from './read-text.ts';

/** Reads and looks through every transcript of the content folder. */
export function parseTranscripts({
  root,
  name,
  sorted,
  records: { outlet },
  options,
}: LoadedFiles): (ParsedTranscript & { path: string })[] {
  if (options.texts !== true) return [];
  const files = [...sorted.beside.values()]
    .flatMap((names) => [...names.values()])
    .filter(({ path }) => path.endsWith('.transcript.md') && isWithin(path, options.only ?? ['']));
  return files.map(({ path, onDisk }) => {
    const read = readText(join(root, onDisk), ARTICLE_FILE_MAX_BYTES);
    if ('problem' in read) {
      const problems = [fileProblem(`${name}/${path}`, read.problem)];
      return { path, problems, references: { links: [], images: [] } };
    }
    const context = { path, root: name, ...(outlet === undefined ? {} : { outlet }) };
    return { path, ...parseTranscript(read.text, context) };
  });
}
