import { basename, join } from 'node:path';
import {
  ARTICLE_FILE_MAX_BYTES,
  parseAppeal,
  parseAuthor,
  parseFront,
  parseMirrors,
  parseOutlet,
  parsePage,
  parseWords,
  type Archive,
  type Author,
  type Front,
  type Mirror,
  type Outlet,
  type OutletWords,
  type ParseContext,
  type Parsed,
  type ParsedAppeal,
  type ParsedMirrors,
  type ParsedPage,
  type Problem,
} from '@tamizdat/article-schema';
import { YAML_FILE_MAX_BYTES } from '../limits.ts';
import { FILE_PROBLEMS, fileProblem } from './file-problems.ts';
import { readText } from './read-text.ts';
import type { SortedFiles } from './sort-files.ts';
import type { ContentFile } from './walk-content.ts';

/** Everything of a content folder but its articles. */
export interface Records {
  outlet: Outlet | undefined;
  authors: Author[];
  fronts: { lang: string; path: string; value: Front }[];
  pages: (ParsedPage & { path: string })[];
  appeals: (ParsedAppeal & { path: string })[];
  /** An outlet's own words, by language. */
  words: Map<string, OutletWords>;
  /** The announced mirrors, in their order. */
  mirrors: Mirror[];
  /** The archives that are made of the site, in their order. */
  archives: Archive[];
  problems: Problem[];
}

interface Job {
  root: string;
  name: string;
  texts: boolean;
  now?: string;
}

/** Reads and parses outlet, mirrors, authors, front pages, fixed pages, appeals and words. */
export function parseRecords(sorted: SortedFiles, job: Job): Records {
  const given = parseFile(sorted.outlet, job, undefined, YAML_FILE_MAX_BYTES, parseOutlet);
  const outlet = given.value;
  const parseAll = <Value, Result extends Parsed<Value>>(
    files: readonly ContentFile[],
    parse: (text: string, context: ParseContext) => Result,
    max = YAML_FILE_MAX_BYTES,
  ) => files.map((file) => ({ path: file.path, ...parseFile(file, job, outlet, max, parse) }));
  const authors = parseAll<Author, Parsed<Author>>(sorted.authors, parseAuthor);
  const fronts = parseAll<Front, Parsed<Front>>(sorted.fronts, parseFront);
  const words = parseAll<OutletWords, Parsed<OutletWords>>(sorted.words, parseWords);
  const mirrors = parseAll<Mirror[], ParsedMirrors>(
    sorted.mirrors === undefined ? [] : [sorted.mirrors],
    parseMirrors,
  );
  const pages = parseAll<unknown, ParsedPage>(
    sorted.pages,
    (text, context) =>
      parsePage(text, {
        ...context,
        text: job.texts,
        ...(job.now === undefined ? {} : { now: job.now }),
      }),
    ARTICLE_FILE_MAX_BYTES,
  );
  const appeals = parseAll<unknown, ParsedAppeal>(sorted.appeals, (text, context) =>
    parseAppeal(text, { ...context, text: job.texts }),
  );
  return {
    outlet,
    authors: authors.flatMap(({ value }) => value ?? []),
    fronts: fronts.flatMap(({ value, path }) =>
      value === undefined ? [] : [{ lang: basename(path, '.yaml'), path, value }],
    ),
    pages,
    appeals,
    words: new Map(
      words.flatMap(({ value, path }) =>
        value === undefined ? [] : [[basename(path, '.yaml'), value] as const],
      ),
    ),
    mirrors: mirrors.flatMap(({ value }) => value ?? []),
    archives: mirrors.flatMap((parsed) => ('archives' in parsed ? parsed.archives : [])),
    problems: [given, ...mirrors, ...authors, ...fronts, ...words, ...pages, ...appeals].flatMap(
      ({ problems }) => problems,
    ),
  };
}

function parseFile<Result extends Parsed<unknown>>(
  file: ContentFile | undefined,
  { root, name }: Job,
  outlet: Outlet | undefined,
  max: number,
  parse: (text: string, context: ParseContext) => Result,
): Result | { value?: never; problems: Problem[] } {
  if (file === undefined) {
    return { problems: [fileProblem(`${name}/outlet.yaml`, FILE_PROBLEMS.outletMissing)] };
  }
  const read = readText(join(root, file.onDisk), max);
  if ('problem' in read) return { problems: [fileProblem(`${name}/${file.path}`, read.problem)] };
  const context = { path: file.path, root: name, ...(outlet === undefined ? {} : { outlet }) };
  return parse(read.text, context);
}
