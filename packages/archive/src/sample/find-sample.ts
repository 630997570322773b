import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AcrossFinding,
  ARTICLE_FILE_MAX_BYTES,
  type ArticleOutline,
  plainYaml,
  readYaml,
  splitFrontMatter,
} from '@tamizdat/article-schema';
import type { ContentIndex } from '../kept/content-index.ts';
import type { Read, SampleTraces } from '../kept/made-by-kind.ts';
import { isWithin } from '../load/is-within.ts';
import { readText } from '../load/read-text.ts';
import type { SortedFiles } from '../load/sort-files.ts';
import type { ContentFile } from '../load/walk-content.ts';
import { YAML_FILE_MAX_BYTES } from '../limits.ts';
import { compact, digestSentences, paragraphsOf } from './plain-text.ts';
import { isSample, SAMPLE } from './record.ts';
import { keyedSetting, type Setting, settingsOf } from './settings.ts';
import { FOUND, foundSetting, foundText } from './words.ts';

/** Where the sample is looked for. */
export interface SampleSearch {
  /** The content folder. */
  root: string;
  sorted: SortedFiles;
  articles: readonly ArticleOutline[];
  /** As `LoadOptions.only`; everything where absent. */
  only: readonly string[] | undefined;
  index: ContentIndex;
}

const [values, sentences, articles, titles, files] = (
  ['values', 'sentences', 'articles', 'titles', 'files'] as const
).map((name) => new Set(SAMPLE[name])) as [
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
];
/** Bytes of the sample’s files: others need not be read. */
const sizes = new Set(SAMPLE.files.map((file) => Number.parseInt(file, 10)));

/**
 * Everything of the sample that is left in an outlet which is not the sample: settings, texts, articles, pictures and
 * recordings. Generic words, ids of sections and tags, licences and notices are anybody’s.
 */
export function findSample({ root, sorted, articles, only, index }: SampleSearch): AcrossFinding[] {
  if (sorted.outlet === undefined) return [];
  const tracesIn = (file: ContentFile, read: typeof readSettings): SampleTraces => {
    const question = { kind: 'left', depends: read.name } as const;
    return index.find(file, question) ?? index.keep(file, question, read(root, file));
  };
  const outlet = tracesIn(sorted.outlet, readSettings);
  if (outlet.isSample) return [];
  const isAsked = ({ path }: { path: string }) => only === undefined || isWithin(path, only);
  const records = [...(sorted.mirrors ? [sorted.mirrors] : []), ...sorted.authors].filter(isAsked);
  const texts = [...sorted.pages, ...sorted.appeals].filter(isAsked);
  const found = [
    ...outlet.found,
    ...records.flatMap((file) => tracesIn(file, readSettings).found),
    ...texts.flatMap((file) => tracesIn(file, readParagraphs).found),
    ...articles.filter(isAsked).flatMap(inArticle),
    ...[...sorted.beside.values()]
      .flatMap((names) => [...names.values()])
      .filter((file) => isAsked(file) && isSampleFile(root, file, index))
      .map(({ path }) => ({ path, finding: { ...FOUND.file, path: [] }, span: START })),
  ];
  return found.length === 0 ? [] : [...outlet.names, ...found];
}

const START = { line: 1, column: 1 };

function readSettings(root: string, { path, onDisk }: ContentFile): Read<'left'> {
  const read = readText(join(root, onDisk), YAML_FILE_MAX_BYTES);
  if (!('text' in read)) return { made: NO_TRACES };
  const settings = settingsOf(readYaml(plainYaml(read.text), path).value);
  const made = {
    isSample: settings.length === 0 || isSample(settings),
    names: inName(settings),
    found: inSettings(path, settings),
  };
  return { made, digest: read.digest };
}

function readParagraphs(root: string, { path, onDisk }: ContentFile): Read<'left'> {
  const read = readText(join(root, onDisk), ARTICLE_FILE_MAX_BYTES);
  if (!('text' in read)) return { made: NO_TRACES };
  return { made: { ...NO_TRACES, found: inText(path, read.text) }, digest: read.digest };
}

/** Of a file that cannot be read, which is told elsewhere. */
const NO_TRACES: SampleTraces = { isSample: true, names: [], found: [] };

/** An outlet may have the sample’s name by chance; one that also has something else of it did not change it. */
const inName = (outlet: readonly Setting[]): AcrossFinding[] =>
  outlet
    .filter(({ field, value }) => field.startsWith('name') && SAMPLE.names.includes(value))
    .map(({ path, value }) => ({ path: 'outlet.yaml', finding: foundSetting(path, value) }));

const inSettings = (file: string, settings: readonly Setting[]): AcrossFinding[] =>
  settings
    .filter((setting) => isOfSample(setting.value, keyedSetting(setting)))
    .map(({ path, value }) => ({ path: file, finding: foundSetting(path, value) }));

/**
 * Whether a setting's value is the sample's: its address, an account, a sentence of its own.
 * @param keyed As it is compared.
 */
export const isOfSample = (value: string, keyed = compact(value)): boolean =>
  values.has(keyed) ||
  hasMark(value) ||
  digestSentences(value).some((digest) => sentences.has(digest));

function hasMark(text: string): boolean {
  const plain = compact(text);
  return SAMPLE.marks.some((mark) => plain.includes(mark));
}

/** A text with a third of the sample’s sentences is the sample’s; of single ones it is told as advice. */
const SHARE = 1 / 3;

function inText(path: string, text: string): AcrossFinding[] {
  const { body, bodyLine } = splitFrontMatter(text);
  const paragraphs = paragraphsOf(body, bodyLine);
  const digests = paragraphs.flatMap(({ line, text }) =>
    digestSentences(text).map((digest) => ({ line, isSamples: sentences.has(digest) })),
  );
  const left = digests.filter(({ isSamples }) => isSamples);
  const [first] = left;
  const at = (line: number) => ({ line, column: 1 });
  return [
    ...(first === undefined
      ? []
      : [
          {
            path,
            finding: foundText(left.length, digests.length, left.length / digests.length >= SHARE),
            span: at(first.line),
          },
        ]),
    ...paragraphs
      .filter(({ text }) => hasMark(text))
      .map(({ line }) => ({ path, finding: { ...FOUND.mark, path: [] }, span: at(line) })),
  ];
}

function inArticle({ path, id, title = '' }: ArticleOutline): AcrossFinding[] {
  if (id !== undefined && articles.has(id))
    return [{ path, finding: { ...FOUND.article, path: ['id'], found: id } }];
  return digestSentences(title).some((digest) => titles.has(digest))
    ? [{ path, finding: { ...FOUND.article, path: ['title'] } }]
    : [];
}

function isSampleFile(root: string, file: ContentFile, index: ContentIndex): boolean {
  const size = statSync(join(root, file.onDisk), { throwIfNoEntry: false })?.size;
  return (
    size !== undefined && sizes.has(size) && files.has(`${size} ${index.digestOf(file) ?? ''}`)
  );
}
