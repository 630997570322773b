import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { askIndex } from '../browser/ask-index.ts';
import { buildMarkedResult, type TextRun } from '../browser/marked-text.ts';
import type { PagefindInstance } from '../browser/pagefind.ts';
import { parseState } from '../browser/search-state.ts';
import { buildSearchIndex } from '../build-search-index.ts';
import type { SearchDocument } from '../document.ts';
import { startPlainHost } from './plain-host.ts';

interface IndexModule {
  createInstance: (options: {
    noWorker: boolean;
    basePath: string;
    language: string;
  }) => PagefindInstance;
  askIndex: typeof askIndex;
}

/** An index that a test asks without a browser: it is built, served, loaded and asked as a page does. */
export interface AskedIndex {
  /** What is found for `?q=…`, each page as its title, standfirst and excerpt with [marks]. */
  ask: (query: string, filters?: string) => Promise<string[]>;
  close: () => Promise<void>;
}

export async function openIndexOf(
  documents: SearchDocument[],
  language: string,
): Promise<AskedIndex> {
  const outputFolder = await mkdtemp(join(tmpdir(), 'tamizdat-asked-index-'));
  await buildSearchIndex({ documents, language, outputFolder });
  const host = await startPlainHost(outputFolder, '/');
  const address = pathToFileURL(join(outputFolder, 'pagefind.js')).href;
  const module = (await import(/* @vite-ignore */ address)) as IndexModule;
  const pagefind = module.createInstance({
    noWorker: true,
    basePath: `${host.origin}/`,
    language: language.toLowerCase(),
  });
  const ask = async (query: string, filters = ''): Promise<string[]> => {
    const state = parseState(`?q=${encodeURIComponent(query)}${filters}`);
    const found = await module.askIndex(pagefind, state, language);
    const shown: string[] = [];
    for (const { load } of found) {
      const { title, standfirst, excerpt } = buildMarkedResult(await load());
      shown.push([title, standfirst, excerpt].map(writeRuns).join(' | '));
    }
    return shown;
  };
  return {
    ask,
    close: async () => {
      host.close();
      await rm(outputFolder, { recursive: true });
    },
  };
}

function writeRuns(runs: readonly TextRun[]): string {
  return runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

/** Articles of one sentence each, titled by their numbers. */
export function makeSentences(language: string, sentences: readonly string[]): SearchDocument[] {
  return sentences.map((sentence, index) => ({
    address: `${language}/2026/11/22/story-${index}.html`,
    lang: language,
    title: `№ ${index}`,
    bodyHtml: `<p>${sentence}</p>`,
    section: { id: 'news', name: 'News' },
    authors: [],
    year: '2026',
    publishedAt: '2026-11-22T09:00:00+03:00',
    dateText: '22 November 2026',
    tags: [],
  }));
}
