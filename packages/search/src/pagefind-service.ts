import { createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { SearchIndexError } from './search-index-error.ts';

/** A page for Pagefind; its HTML is made when its turn comes, so that not all are held at once. */
export interface IndexRecord {
  address: string;
  html: () => string;
}

/**
 * Gives the records to Pagefind one after the other, in the order given, and returns every file it makes.
 * @throws SearchIndexError when Pagefind cannot start or refuses a record
 */
export async function indexRecords(
  language: string,
  records: readonly IndexRecord[],
): Promise<IndexFile[]> {
  // Pagefind's script looks for the page's language in lower case.
  const forceLanguage = language.toLowerCase();
  const { index } = await ask(createIndex({ forceLanguage, keepIndexUrl: true }));
  if (index === undefined) throw refusal('no index was made');
  try {
    for (const record of records) await addRecord(index, record);
    return (await ask(index.getFiles())).files;
  } finally {
    await index.deleteIndex();
  }
}

async function addRecord(index: PagefindIndex, { address, html }: IndexRecord): Promise<void> {
  await ask(index.addHTMLFile({ url: address, content: html() }), address);
}

/** Pagefind reports by `errors`, by rejecting with a string, or with an Error: all become one kind. */
async function ask<T extends { errors: string[] }>(
  answer: Promise<T>,
  address?: string,
): Promise<T> {
  let reply: T;
  try {
    reply = await answer;
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error), address);
  }
  if (reply.errors.length > 0) throw refusal(reply.errors.join('; '), address);
  return reply;
}

function refusal(message: string, address?: string): SearchIndexError {
  return new SearchIndexError([
    {
      code: 'search-indexer-failed',
      ...(address === undefined ? {} : { address }),
      message: { en: `Pagefind says: ${message}`, ru: `Pagefind отвечает: ${message}` },
      remedy: {
        en: 'run the installation again, so that the program of this platform is there, and build again',
        ru: 'запустите установку ещё раз, чтобы была программа для этой системы, и соберите заново',
      },
    },
  ]);
}
