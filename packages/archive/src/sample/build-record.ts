import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArticle, plainYaml, readYaml, splitFrontMatter } from '@tamizdat/article-schema';
import { digestFile } from '../load/digest-file.ts';
import { sortFiles } from '../load/sort-files.ts';
import { type ContentFile, walkContent } from '../load/walk-content.ts';
import { compact, digestSentences, paragraphsOf } from './plain-text.ts';
import type { SampleRecord } from './record.ts';
import { keyedSetting, type Setting, settingsOf } from './settings.ts';

/** Settings of `outlet.yaml`, `mirrors.yaml` and authors’ records that are one outlet’s alone: no generic words. */
const OWN: Readonly<Record<string, RegExp>> = {
  'outlet.yaml':
    /^(?:origin|tagAuthority\.domain|tagline\..*|description\..*|rootFingerprint|social\[\d+\]\.url|fingerprintAt\[\d+\]\.url|newsletters\[\d+\]\.(?:name|description|provider\.action|provider\.hidden\..*)|support\.methods\[\d+\]\.(?:link|links\[\d+\]\.url|account\.(?!reference).*))$/,
  'mirrors.yaml': /^mirrors\[\d+\]\.(?:address|repository|remote)$/,
  authors: /^(?:email|links\[\d+\]\.url)$/,
};
/** Those of them that tell wherever they stand, in a text too. */
const MARKS = /\.account\.(?!holder|reference)|^rootFingerprint$|\.hidden\.|^tagAuthority\.domain$/;

/** Everything by which the sample in a content folder is known. Throws where a file cannot be read. */
export function buildSampleRecord(root: string): SampleRecord {
  const read = ({ onDisk }: ContentFile) => readFileSync(join(root, onDisk), 'utf8');
  const { files } = walkContent(root, basename(resolve(root)));
  const sorted = sortFiles(files, '');
  const yaml = (file: ContentFile | undefined): Setting[] =>
    file === undefined ? [] : settingsOf(readYaml(plainYaml(read(file)), file.path).value);
  const outlet = yaml(sorted.outlet);
  const authors = sorted.authors.flatMap(yaml);
  const pick = (settings: Setting[], pattern: RegExp | undefined) =>
    settings.filter(({ field }) => pattern?.test(field));
  const own = [
    ...pick(outlet, OWN['outlet.yaml']),
    ...pick(yaml(sorted.mirrors), OWN['mirrors.yaml']),
    ...pick(authors, OWN['authors']),
  ];
  const valuesAt = (pattern: RegExp) => pick(outlet, pattern).map(({ value }) => value);
  const origins = valuesAt(/^origin$/);
  const texts = [...sorted.pages, ...sorted.appeals].map(read);
  const articles = sorted.articles.map((file) => {
    const { outline } = parseArticle(read(file), { path: file.path, text: false });
    return outline;
  });
  return {
    origins,
    names: valuesAt(/^name\./),
    fingerprints: valuesAt(/^rootFingerprint$/),
    marks: unique([
      ...pick(own, MARKS).map(({ value }) => compact(value)),
      ...hostsOf(own, origins),
    ]),
    values: unique(own.map((setting) => keyedSetting(setting))),
    sentences: unique([
      ...texts.flatMap((text) => {
        const { body, bodyLine } = splitFrontMatter(text);
        return paragraphsOf(body, bodyLine).flatMap((paragraph) => digestSentences(paragraph.text));
      }),
      ...pick(authors, /^bio\./).flatMap(({ value }) => digestSentences(value)),
    ]),
    articles: unique(articles.flatMap(({ id }) => id ?? [])),
    titles: unique(articles.flatMap(({ title }) => digestSentences(title ?? ''))),
    files: unique(files.map(({ onDisk }) => describeFile(join(root, onDisk)))),
  };
}

/** Host names that hold the outlet’s own: those of its letters and mirrors among them. */
function hostsOf(own: readonly Setting[], origins: readonly string[]): string[] {
  const names = origins.map((origin) => new URL(origin).hostname.split('.')[0] ?? origin);
  return own
    .flatMap(({ value }) => /(?:^https?:\/\/|@)([^/:?]+)/.exec(value)?.[1] ?? [])
    .filter((host) => names.some((name) => host.includes(name)));
}

/** A file by its bytes: how many, and their SHA-256. */
export const describeFile = (file: string): string =>
  `${statSync(file).size} ${digestFile(file) ?? ''}`;

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();
