import { basename, join } from 'node:path';
import {
  type AcrossFinding,
  ARTICLE_FILE_MAX_BYTES,
  checkAcross,
  checkLinks,
  checkPlaces,
  type ParsedArticle,
  placeFinding,
  placeFindings,
  type Problem,
} from '@tamizdat/article-schema';
import type { LoadOptions } from './content.ts';
import { checkImages } from './check-images.ts';
import { parseTranscripts } from './check-transcripts.ts';
import type { Records } from './parse-records.ts';
import { placesFinder } from './find-places.ts';
import { readText } from './read-text.ts';
import { reservedAddresses } from '../reserved-address.ts';
import { siteAddresses } from './site-addresses.ts';
import type { SortedFiles } from './sort-files.ts';

/** Everything that checks over all files look at. */
export interface LoadedFiles {
  root: string;
  name: string;
  sorted: SortedFiles;
  records: Records;
  parsed: readonly ParsedArticle[];
  options: LoadOptions;
}

/** Checks over all files, with their findings at their places. */
export async function checkContent(loaded: LoadedFiles): Promise<Problem[]> {
  const { sorted, records, parsed } = loaded;
  const outline = {
    articles: parsed.map((article) => article.outline),
    fronts: records.fronts,
    appeals: records.appeals.flatMap(({ value }) => value ?? []),
    ...(loaded.options.now === undefined ? {} : { now: loaded.options.now }),
    words: sorted.words.map(({ path }) => basename(path, '.yaml')),
    pages: sorted.pages.map(({ path }) => {
      const [, lang = '', file = ''] = path.split('/');
      return { lang, slug: basename(file, '.md') };
    }),
    ...(records.outlet === undefined
      ? {}
      : {
          outlet: records.outlet,
          reserved: reservedAddresses(records.outlet.languages.map(({ code }) => code)),
        }),
  };
  const authors = sorted.authors.map(({ path }) => basename(path, '.yaml'));
  const addresses = siteAddresses(records.outlet, outline, authors, records.mirrors);
  const transcripts = parseTranscripts(loaded);
  const findings = [
    ...checkAcross(outline),
    ...(records.outlet === undefined ? [] : deadLinks(loaded, addresses, transcripts)),
    ...(await checkImages(loaded)),
  ];
  return [...transcripts.flatMap(({ problems }) => problems), ...placeAll(findings, loaded)];
}

/** Links that lead to no page, or to no place of it. */
function deadLinks(
  loaded: LoadedFiles,
  addresses: Set<string>,
  transcripts: ReturnType<typeof parseTranscripts>,
): AcrossFinding[] {
  const { parsed, records } = loaded;
  const texts = [
    ...parsed.map(({ outline, references }) => ({ path: outline.path, references })),
    ...records.pages,
    ...records.appeals,
    ...transcripts,
  ];
  const exists = (address: string) => addresses.has(address) || isCalendarPage(address, addresses);
  const placesOf = placesFinder(loaded, exists);
  return texts.flatMap(({ path, references }) => [
    ...checkLinks(path, references?.links ?? [], exists, () => addresses),
    ...checkPlaces(path, references?.links ?? [], placesOf),
  ]);
}

/** Closed calendar pages of lists come and go with the number of articles: the list itself must exist. */
function isCalendarPage(address: string, addresses: ReadonlySet<string>): boolean {
  const match =
    /^([^/]+\/(?:(?:section|tag|author)\/[^/]+|corrections))\/\d{4}(?:-\d{2})?\.html$/.exec(
      address,
    );
  return match !== null && addresses.has(`${match[1] ?? ''}.html`);
}

function placeAll(findings: readonly AcrossFinding[], { root, name }: LoadedFiles): Problem[] {
  return [...Map.groupBy(findings, ({ path }) => path)].flatMap(([path, group]) => {
    const here = group.flatMap(({ finding, span }) =>
      span === undefined ? [] : [placeFinding(finding, `${name}/${path}`, span)],
    );
    const unplaced = group.flatMap(({ finding, span }) => (span === undefined ? [finding] : []));
    if (unplaced.length === 0) return here;
    const read = readText(join(root, path), ARTICLE_FILE_MAX_BYTES);
    const text = 'text' in read ? read.text : '';
    return [...here, ...placeFindings(text, unplaced, { path, root: name })];
  });
}
