import { basename, join } from 'node:path';
import {
  type AcrossFinding,
  ARTICLE_FILE_MAX_BYTES,
  checkAcross,
  type ParsedArticle,
  placeFindings,
} from '@tamizdat/article-schema';
import { placeFinding, type Problem } from '@tamizdat/problem';
import type { ContentIndex } from '../kept/content-index.ts';
import type { LoadOptions } from './content.ts';
import { checkImages } from './check-images.ts';
import { parseTranscripts } from './check-transcripts.ts';
import type { ParseJob } from './parse-job.ts';
import type { Records } from './parse-records.ts';
import { checkTextLinks } from './check-text-links.ts';
import { readText } from './read-text.ts';
import { reservedAddresses } from '../pages/reserved-address.ts';
import { findSample } from '../sample/find-sample.ts';
import type { SortedFiles } from './sort-files.ts';

/** Everything that checks over all files look at. */
export interface LoadedFiles {
  job: ParseJob;
  index: ContentIndex;
  sorted: SortedFiles;
  records: Records;
  parsed: readonly ParsedArticle[];
  options: LoadOptions;
}

/** Checks over all files, with their findings at their places. */
export async function checkContent(loaded: LoadedFiles): Promise<Problem[]> {
  const { sorted, records, parsed, index } = loaded;
  const { root } = loaded.job;
  const { added, only } = loaded.options;
  const outline = {
    ...(added && { added }),
    articles: parsed.map((article) => article.outline),
    authors: records.authors,
    fronts: records.fronts,
    appeals: records.appeals.flatMap(({ value }) => value ?? []),
    ...(loaded.options.now === undefined ? {} : { now: loaded.options.now }),
    words: sorted.words.map(({ path }) => basename(path, '.yaml')),
    pages: pagesOf(loaded),
    ...(records.outlet === undefined
      ? {}
      : {
          outlet: records.outlet,
          reserved: reservedAddresses(
            records.outlet.languages.map(({ code }) => code),
            { outlet: records.outlet, authors: loaded.job.authors },
          ),
        }),
  };
  const transcripts = parseTranscripts(loaded);
  const findings = [
    ...checkAcross(outline),
    ...(await checkTextLinks(loaded, outline.pages, transcripts)),
    ...(await checkImages(loaded)),
    ...findSample({ root, sorted, articles: outline.articles, only, index }),
  ];
  return [...transcripts.flatMap(({ problems }) => problems), ...placeAll(findings, loaded)];
}

/** All fixed pages; what those with errors say of themselves is not known. */
function pagesOf({ sorted, records }: LoadedFiles) {
  const values = new Map(records.pages.map(({ path, value }) => [path, value]));
  return sorted.pages.map(({ path }) => {
    const [, lang = '', file = ''] = path.split('/');
    const { formerAddresses } = values.get(path) ?? {};
    return { lang, slug: basename(file, '.md'), ...(formerAddresses && { formerAddresses }) };
  });
}

/** Findings at their places, in files of the content folder. */
export function placeAll(
  findings: readonly AcrossFinding[],
  { job: { root, name } }: { job: Pick<ParseJob, 'root' | 'name'> },
): Problem[] {
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
