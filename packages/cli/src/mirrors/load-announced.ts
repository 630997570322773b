import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type ParseContext,
  parseMirrors,
  parseOutlet,
  type Problem,
} from '@tamizdat/article-schema';
import { isMissing, type Mirror } from '@tamizdat/release';
import { buildReport } from '../check/build-report.ts';

/**
 * Loads the mirrors that `mirrors.yaml` announces, as they are signed; none where there is no such file. Nothing else
 * of the content is read.
 * @throws Error with all that is wrong in the file
 */
export async function loadAnnounced(content: string): Promise<Mirror[]> {
  const outlet = parseOutlet(read(content, 'outlet.yaml') ?? '', contextOf(content, 'outlet.yaml'));
  const text = read(content, 'mirrors.yaml');
  if (text === undefined) return [];
  const context = contextOf(content, 'mirrors.yaml');
  const parsed = parseMirrors(text, {
    ...context,
    ...(outlet.value === undefined ? {} : { outlet: outlet.value }),
  });
  if (parsed.value === undefined) throw await reportProblems(parsed.problems, content);
  return parsed.value.map(({ base, name, languages, worker }) => ({
    base,
    name,
    languages,
    worker,
  }));
}

const contextOf = (content: string, file: string): ParseContext => ({
  path: file,
  root: path.basename(content),
});

function read(content: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(content, file), 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function reportProblems(problems: readonly Problem[], root: string): Promise<Error> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return new Error(
    `Nothing was signed.\n${await buildReport({ problems: errors, files: 1, root })}`,
  );
}
