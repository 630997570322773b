import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  type Appeal,
  type Article,
  type Author,
  type Front,
  type Mirror,
  type Outlet,
  type OutletWords,
  type Page,
  type ParsedArticle,
} from '@tamizdat/article-schema';
import { compareProblems, type Problem } from '@tamizdat/problem';
import { ContentIndex } from '../kept/content-index.ts';
import { checkContent } from './check-content.ts';
import { chooseFiles } from './choose-files.ts';
import { type Content, ContentError, type LoadOptions } from './content.ts';
import { digestFiles } from './digest-folder.ts';
import { FILE_PROBLEMS, fileProblem } from './file-problems.ts';
import { isWithin } from './is-within.ts';
import { otherArticles } from './other-articles.ts';
import { parseArticles } from './parse-articles.ts';
import { parseRecords } from './parse-records.ts';
import { sortFiles } from './sort-files.ts';
import { walkContent } from './walk-content.ts';

/** What a content folder gave; without an outlet where there is none to be had. */
export interface Inspected extends Omit<Content, 'outlet'> {
  outlet?: Outlet;
  /** Files that were looked at. */
  files: number;
  /** Further articles that were read only so far that the others could be compared with them. */
  compared: number;
}

/**
 * Loads a content folder: parses every file, checks each and all together. Values of files with
 * errors are left out; the caller decides what `problems` mean. Throws ContentError where there is
 * no usable outlet.yaml.
 */
export async function loadContent(root: string, options: LoadOptions = {}): Promise<Content> {
  const inspected = await inspectContent(root, options);
  const { outlet, authors, pages, appeals, fronts, words, mirrors, articles, problems } = inspected;
  if (outlet === undefined) throw new ContentError(problems);
  const { digests } = inspected;
  return { outlet, authors, pages, appeals, fronts, words, mirrors, articles, problems, digests };
}

/** Like `loadContent`, but never throws for what the folder holds. */
export async function inspectContent(root: string, options: LoadOptions = {}): Promise<Inspected> {
  const name = basename(resolve(root));
  if (!isFolder(root)) return nothing([fileProblem(name, FILE_PROBLEMS.contentMissing)]);
  const only = options.only ?? [''];
  const walk = options.walk ?? walkContent(root, name, options.only);
  const sorted = sortFiles(walk.files, name);
  const chosen = chooseFiles(sorted, options.only);
  const timed = options.now === undefined ? {} : { now: options.now };
  const index = options.index ?? new ContentIndex(root);
  const given = { root, name, texts: options.texts ?? false, ...timed };
  const records = parseRecords(chosen, given, index);
  const { outlet } = records;
  const authors = new Set(sorted.authors.map(({ path }) => authorId(path)));
  const job = { ...given, outlet, authors };
  const whole = await parseArticles(chosen.articles, job, index, options.workers ?? 0);
  const others = otherArticles(sorted.articles, whole, [...records.pages, ...records.appeals], job);
  const parsed = [...whole, ...others].sort(byPath);
  const across = await checkContent({ job, index, sorted, records, parsed, options });
  const problems = [
    ...walk.problems,
    ...sorted.problems,
    ...records.problems,
    ...whole.flatMap((article) => article.problems),
    ...across,
  ]
    .filter(({ file }) => isWithin(file.slice(name.length + 1), only))
    .sort(compareProblems);
  return {
    ...(outlet === undefined ? {} : { outlet }),
    authors: records.authors,
    pages: records.pages.flatMap(({ value }) => value ?? []),
    appeals: records.appeals.flatMap(({ value }) => value ?? []),
    fronts: new Map(records.fronts.map(({ lang, value }) => [lang, value])),
    words: records.words,
    mirrors: records.mirrors,
    articles: parsed.flatMap(({ value }) => value ?? []).sort(newestFirst),
    problems,
    digests: options.digests === true ? digestFiles(walk.files, index) : new Map(),
    files: walk.files.filter(({ path }) => isWithin(path, only)).length,
    compared: others.length,
  };
}

/** As the files are sorted: of two that clash, the first is named first. */
const byPath = (
  { outline: { path: a } }: ParsedArticle,
  { outline: { path: b } }: ParsedArticle,
): number => (a < b ? -1 : 1);

const authorId = (path: string): string => basename(path, '.yaml');

function isFolder(root: string): boolean {
  return statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function nothing(problems: Problem[]): Inspected {
  const empty = {
    appeals: [] as Appeal[],
    authors: [] as Author[],
    pages: [] as Page[],
    mirrors: [] as Mirror[],
    articles: [] as Article[],
  };
  const maps = {
    fronts: new Map<string, Front>(),
    words: new Map<string, OutletWords>(),
    digests: new Map<string, string>(),
  };
  return { ...empty, ...maps, problems, files: 0, compared: 0 };
}

/** Newest first, drafts without a time before all, then by id. */
function newestFirst(a: Article, b: Article): number {
  const later = instant(b) - instant(a);
  if (later !== 0 && !Number.isNaN(later)) return later;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const instant = ({ publishedAt }: Article): number =>
  publishedAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(publishedAt);
