import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextRun } from '../src/browser/marked-text.ts';
import type { IndexPlace, OpenIndex } from '../src/browser/open-index.ts';
import { parseState } from '../src/browser/search-state.ts';
import type { SearchDocument } from '../src/document.ts';
import { parseTierList, writeEntry, type TierFacts } from '../src/tier-facts.ts';
import { buildOneTier } from './build-search-index.ts';
import { startPlainHost } from './plain-host.ts';

interface IndexModule {
  open: (place: IndexPlace) => OpenIndex;
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
  const tier = await buildOneTier({ documents, language, outputFolder });
  await standAlone(outputFolder, tier, language);
  const host = await startPlainHost(outputFolder, '/');
  const address = pathToFileURL(join(outputFolder, 'pagefind.js')).href;
  const module = (await import(/* @vite-ignore */ address)) as IndexModule;
  const index = module.open({
    url: new URL(`${host.origin}/pagefind.js`),
    language,
    list: await readFile(join(outputFolder, 'tiers.json'), 'utf8'),
    keepEntry: () => undefined,
  });
  const ask = async (query: string, filters = ''): Promise<string[]> => {
    const state = parseState(`?q=${encodeURIComponent(query)}${filters}`);
    const shown: string[] = [];
    for (const { load } of await index.find(state, tier)) {
      const { title, standfirst, excerpt } = await load();
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

/** Puts into a tier's folder what a page hands to Pagefind from elsewhere. */
async function standAlone(folder: string, tier: TierFacts, language: string): Promise<void> {
  const list = parseTierList(await readFile(join(folder, 'tiers.json'), 'utf8'));
  const wasm = `wasm.${list.wasm}.pagefind`;
  await copyFile(join(folder, wasm), join(folder, tier.key, wasm));
  const entry = writeEntry(list, tier, language);
  await writeFile(join(folder, tier.key, 'pagefind-entry.json'), entry);
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
