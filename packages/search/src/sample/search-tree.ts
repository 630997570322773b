import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSearchIndex } from '../build-search-index.ts';
import type { SearchDocument } from '../document.ts';
import { loadSearchScript } from '../load-search-script.ts';
import { makeEnglishDocuments, makeRussianDocuments } from './documents.ts';
import { makeSearchPage } from './search-page.ts';

const RUSSIAN_COUNTS =
  'data-count-zero="ничего" data-count-one="# материал" data-count-few="# материала" data-count-many="# материалов" data-count-other="# материала"';
const ENGLISH_COUNTS =
  'data-count-zero="nothing" data-count-one="# result" data-count-other="# results"';

/** Writes a tree with articles, a search page and an index in Russian and English, and an empty one in German. */
export async function writeSearchTree(folder: string): Promise<void> {
  await writeEdition(folder, 'ru', RUSSIAN_COUNTS, makeRussianDocuments());
  await writeEdition(folder, 'en', ENGLISH_COUNTS, makeEnglishDocuments());
  await writeEdition(folder, 'de', ENGLISH_COUNTS, []);
}

async function writeEdition(
  folder: string,
  lang: string,
  counts: string,
  documents: SearchDocument[],
): Promise<void> {
  const distinct = (values: string[]): string[] => [...new Set(values)].sort();
  const page = makeSearchPage(
    {
      lang,
      counts,
      sections: distinct(documents.map((document) => document.section.id)),
      authors: distinct(documents.flatMap((document) => document.authors)),
      years: distinct(documents.map((document) => document.year)),
    },
    await loadSearchScript(),
  );
  await writePage(join(folder, lang, 'search.html'), page);
  for (const { address, title } of documents) {
    await writePage(join(folder, address), `<!doctype html><title>${title}</title>`);
  }
  await buildSearchIndex({
    documents,
    language: lang,
    outputFolder: join(folder, 'search', lang),
  });
}

async function writePage(path: string, html: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, html);
}
