import { join } from 'node:path';
import { foldSpace } from './body-blocks.ts';
import { checkDocuments, compareAddresses, type SearchDocument } from './document.ts';
import { buildTierFiles } from './index-files.ts';
import { writeTierFolder } from './index-folder.ts';
import { indexRecords } from './pagefind-service.ts';
import { buildRecordHtml } from './record-html.ts';
import { SearchIndexError } from './search-index-error.ts';
import { showDocuments } from './shown-fragments.ts';
import type { TierFacts } from './tier-facts.ts';

export interface SearchTierOptions {
  /** The name of its folder: ASCII letters, digits and hyphens. */
  key: string;
  /** Any order: the index depends on addresses and contents alone. At least one. */
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>;
  /** BCP 47; its stemmer is used. */
  language: string;
  /** `search/<lang>` in the tree; the tier's folder in it holds exactly the tier afterwards. */
  outputFolder: string;
}

/**
 * Builds one tier of a language's search with Pagefind and writes it. The same documents give the same bytes,
 * whatever their order, the folder, the machine's cores, locale or time zone.
 * @returns what `writeSearchHead` tells of it
 * @throws SearchIndexError with every problem of the documents, or with what kept the index from being written;
 * a former index is then untouched.
 */
export async function buildSearchTier(options: SearchTierOptions): Promise<TierFacts> {
  const { key, language } = options;
  const documents: SearchDocument[] = [];
  for await (const document of options.documents) documents.push(document);
  documents.sort(compareAddresses);
  const problems = checkDocuments(documents, language);
  if (problems.length > 0) throw new SearchIndexError(problems);

  const indexed = await indexRecords(
    language,
    documents.map((document) => ({
      address: document.address,
      html: () => buildRecordHtml(document),
    })),
  );
  const byAddress = new Map(documents.map((document) => [document.address, document]));
  const { files, hash } = buildTierFiles(showDocuments(indexed, byAddress));
  await writeTierFolder(join(options.outputFolder, key), files);
  return {
    key,
    documents: documents.length,
    since: oldestDay(documents),
    hash,
    filters: valuesOf(documents),
  };
}

function oldestDay(documents: readonly SearchDocument[]): string {
  const days = documents.map(({ publishedAt }) => publishedAt.slice(0, 10));
  return days.reduce((oldest, day) => (day < oldest ? day : oldest), days[0] ?? '');
}

/** The values that the documents' filters have, as the index holds them. */
function valuesOf(documents: readonly SearchDocument[]): TierFacts['filters'] {
  const distinct = (values: string[]): string[] => [...new Set(values)].sort();
  return {
    section: distinct(documents.map(({ section }) => section.id)),
    author: distinct(documents.flatMap(({ authors }) => authors.map(foldSpace))),
    year: distinct(documents.map(({ year }) => year)),
  };
}
