import { checkDocuments, compareAddresses, type SearchDocument } from './document.ts';
import { indexRecords } from './pagefind-service.ts';
import { buildIndexFiles } from './index-files.ts';
import { buildRecordHtml } from './record-html.ts';
import { SearchIndexError } from './search-index-error.ts';
import { showDocuments } from './shown-fragments.ts';
import { writeIndexFolder } from './index-folder.ts';

export interface SearchIndexOptions {
  /** Any order: the index depends on addresses and contents alone. */
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>;
  /** BCP 47; its stemmer is used. */
  language: string;
  /** `search/<lang>` in the tree. Holds exactly the index afterwards; must be empty, missing or a former index. */
  outputFolder: string;
}

export interface SearchIndexSummary {
  documents: number;
  files: number;
  bytes: number;
}

/**
 * Builds the search index of one language with Pagefind and writes it. The same documents give the same bytes,
 * whatever their order, the folder, the machine's cores, locale or time zone.
 * @throws SearchIndexError with every problem of the documents, or with what kept the index from being written;
 * a former index is then untouched.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<SearchIndexSummary> {
  const documents: SearchDocument[] = [];
  for await (const document of options.documents) documents.push(document);
  documents.sort(compareAddresses);
  const problems = checkDocuments(documents, options.language);
  if (problems.length > 0) throw new SearchIndexError(problems);

  const indexed = await indexRecords(
    options.language,
    documents.map((document) => ({
      address: document.address,
      html: () => buildRecordHtml(document),
    })),
  );
  const byAddress = new Map(documents.map((document) => [document.address, document]));
  const files = await buildIndexFiles(showDocuments(indexed, byAddress), documents.length);
  await writeIndexFolder(options.outputFolder, files);
  return {
    documents: documents.length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.content.byteLength, 0),
  };
}
