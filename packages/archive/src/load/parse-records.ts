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
  type OutletDespiteErrors,
  type OutletWords,
  type ParsedAppeal,
  type ParsedOutlet,
  type ParsedPage,
} from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { ContentIndex } from '../kept/content-index.ts';
import type { MadeByKind } from '../kept/made-by-kind.ts';
import { YAML_FILE_MAX_BYTES } from '../limits.ts';
import { FILE_PROBLEMS, fileProblem } from './file-problems.ts';
import { type ParseJob, questionOf } from './parse-job.ts';
import { readText } from './read-text.ts';
import type { SortedFiles } from './sort-files.ts';
import type { ContentFile } from './walk-content.ts';

/** Everything of a content folder but its articles. */
export interface Records {
  outlet: Outlet | undefined;
  /** Of an `outlet.yaml` with errors: what is right of it. */
  despite?: OutletDespiteErrors;
  authors: Author[];
  fronts: { lang: string; path: string; value: Front }[];
  pages: (ParsedPage & { path: string })[];
  appeals: (ParsedAppeal & { path: string })[];
  /** An outlet's own words, by language. */
  words: Map<string, OutletWords>;
  /** The announced mirrors, in their order. */
  mirrors: Mirror[];
  /** Whether `mirrors.yaml` has errors, so that nobody can say which mirrors there are. */
  areMirrorsUnknown: boolean;
  /** The archives that are made of the site, in their order. */
  archives: Archive[];
  problems: Problem[];
}

/** Outlet, mirrors, authors, front pages, fixed pages, appeals and words, parsed where the index does not know them. */
export function parseRecords(
  sorted: SortedFiles,
  given: Omit<ParseJob, 'outlet' | 'authors'>,
  index = new ContentIndex(given.root),
): Records {
  const alone = { ...given, outlet: undefined, authors: new Set<string>() };
  const outletFile = parseOutletFile(sorted.outlet, alone, index);
  const outlet = outletFile.value;
  const job = { ...alone, outlet };
  const parseAll = <K extends RecordKind>(kind: K, files: readonly ContentFile[]) =>
    files.map((file) => ({ path: file.path, ...parseFile(kind, file, job, index) }));
  const authors = parseAll('author', sorted.authors);
  const fronts = parseAll('front', sorted.fronts);
  const words = parseAll('words', sorted.words);
  const mirrors = parseAll('mirrors', sorted.mirrors === undefined ? [] : [sorted.mirrors]);
  const pages = parseAll('page', sorted.pages);
  const appeals = parseAll('appeal', sorted.appeals);
  return {
    outlet,
    ...(outletFile.despite === undefined ? {} : { despite: outletFile.despite }),
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
    areMirrorsUnknown: mirrors.some(({ value }) => value === undefined),
    archives: mirrors.flatMap((parsed) => ('archives' in parsed ? parsed.archives : [])),
    problems: [
      outletFile,
      ...mirrors,
      ...authors,
      ...fronts,
      ...words,
      ...pages,
      ...appeals,
    ].flatMap(({ problems }) => problems),
  };
}

/** How each kind of record is parsed, and how many bytes of one are read. */
const PARSERS = {
  outlet: { parse: parseOutlet, max: YAML_FILE_MAX_BYTES },
  author: { parse: parseAuthor, max: YAML_FILE_MAX_BYTES },
  front: { parse: parseFront, max: YAML_FILE_MAX_BYTES },
  words: { parse: parseWords, max: YAML_FILE_MAX_BYTES },
  mirrors: { parse: parseMirrors, max: YAML_FILE_MAX_BYTES },
  page: { parse: parsePage, max: ARTICLE_FILE_MAX_BYTES },
  appeal: { parse: parseAppeal, max: YAML_FILE_MAX_BYTES },
} as const;

type RecordKind = keyof typeof PARSERS;

function parseOutletFile(
  file: ContentFile | undefined,
  job: ParseJob,
  index: ContentIndex,
): ParsedOutlet {
  return file === undefined
    ? { problems: [fileProblem(`${job.name}/outlet.yaml`, FILE_PROBLEMS.outletMissing)] }
    : parseFile('outlet', file, job, index);
}

/** A file that cannot be read has problems alone. */
function parseFile<K extends RecordKind>(
  kind: K,
  file: ContentFile,
  job: ParseJob,
  index: ContentIndex,
): MadeByKind[K] | { value?: never; problems: Problem[] } {
  const question = questionOf(kind, job);
  const known = index.find(file, question);
  if (known !== undefined) return known;
  const { parse, max } = PARSERS[kind];
  const read = readText(join(job.root, file.onDisk), max);
  if ('problem' in read)
    return { problems: [fileProblem(`${job.name}/${file.path}`, read.problem)] };
  const { outlet, name, texts } = job;
  const { now } = question;
  const made = parse(read.text, {
    path: file.path,
    root: name,
    text: texts,
    ...(outlet === undefined ? {} : { outlet }),
    ...(now === undefined ? {} : { now }),
  }) as MadeByKind[K];
  return index.keep(file, question, { made, digest: read.digest });
}
