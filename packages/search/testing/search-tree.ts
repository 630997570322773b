import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SearchDocument } from '../src/document.ts';
import { loadSearchScript } from '../src/load-search-script.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { makeEnglishDocuments, makeRussianDocuments } from './documents.ts';
import { makeSearchPage } from './search-page.ts';

const RUSSIAN_COUNTS =
  'data-count-zero="ничего" data-count-one="# материал" data-count-few="# материала" data-count-many="# материалов" data-count-other="# материала" ' +
  'data-least-zero="пока ничего с @" data-least-one="не меньше # материала с @" data-least-few="не меньше # материалов с @" data-least-many="не меньше # материалов с @" data-least-other="не меньше # материала с @"';
const ENGLISH_COUNTS =
  'data-count-zero="nothing" data-count-one="# result" data-count-other="# results"';

/** The tier of a document in the edition that has several, by the day of its address. */
const TIERS: readonly [key: string, from: string][] = [
  ['recent', '2026-10-01'],
  ['2026', '2026-01-01'],
  ['2025', '2025-01-01'],
  ['2024', '2024-01-01'],
  ['2023-q2', '2023-01-13'],
  ['2023-q1', '2023-01-01'],
];

/**
 * Writes a tree with articles, a search page and an index in Russian and English, an empty one in German, and the
 * Russian articles again as an edition that is searched in six tiers.
 */
export async function writeSearchTree(folder: string): Promise<void> {
  const recent = (documents: SearchDocument[]): Tier[] => [{ key: 'recent', documents }];
  await writeEdition(folder, 'ru', RUSSIAN_COUNTS, recent(makeRussianDocuments()));
  await writeEdition(folder, 'en', ENGLISH_COUNTS, recent(makeEnglishDocuments()));
  await writeEdition(folder, 'de', ENGLISH_COUNTS, []);
  await writeEdition(folder, 'ru-KZ', RUSSIAN_COUNTS, inTiers(makeRussianDocuments('ru-KZ')));
}

interface Tier {
  key: string;
  documents: SearchDocument[];
}

function inTiers(all: readonly SearchDocument[]): Tier[] {
  const keyOf = ({ publishedAt }: SearchDocument): string | undefined =>
    TIERS.find(([, from]) => publishedAt >= from)?.[0];
  return TIERS.map(([key]) => ({
    key,
    documents: all.filter((document) => keyOf(document) === key),
  }));
}

async function writeEdition(
  folder: string,
  lang: string,
  counts: string,
  tiers: Tier[],
): Promise<void> {
  const documents = tiers.flatMap((tier) => tier.documents);
  const distinct = (values: string[]): string[] => [...new Set(values)].sort();
  const page = makeSearchPage(
    {
      lang,
      counts,
      sections: distinct(documents.map((document) => document.section.id)),
      authors: distinct(documents.flatMap((document) => document.authors)),
      years: distinct(documents.map((document) => document.year)),
      isFilledLater: tiers.length > 1,
    },
    await loadSearchScript(),
  );
  await writePage(join(folder, lang, 'search.html'), page);
  for (const { address, title } of documents) {
    await writePage(join(folder, address), `<!doctype html><title>${title}</title>`);
  }
  await buildSearchIndex({
    tiers,
    language: lang,
    outputFolder: join(folder, 'search', lang),
  });
}

async function writePage(path: string, html: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, html);
}
