import type { IndexFile } from 'pagefind';
import { buildIndexModule } from './index-module.ts';
import { writeHeadFolder } from './index-folder.ts';
import { indexRecords } from './pagefind-service.ts';
import { writeTierList, type TierFacts } from './tier-facts.ts';

/** The module that stands for an index of nothing: the search page then says that there is nothing yet. */
const EMPTY_INDEX = 'export const documents = 0;\n';

/** A page of one word: Pagefind gives the module of a language's stemmer only with something to find. */
const ANY_PAGE = '<!doctype html><html><body data-pagefind-body><p>1</p></body></html>';

export interface SearchHeadOptions {
  /** Newest first, as `buildSearchTier` told of them. */
  tiers: readonly TierFacts[];
  /** BCP 47. */
  language: string;
  /** `search/<lang>` in the tree, with the tiers' folders; former tiers are taken out. */
  outputFolder: string;
}

/**
 * Writes what the tiers of a language have in common: the module that asks them, its WebAssembly, and `tiers.json`,
 * which says what tiers there are.
 * @returns the names of its files
 * @throws SearchIndexError when something else stands in the folder, which is then untouched
 */
export async function writeSearchHead(options: SearchHeadOptions): Promise<string[]> {
  const { language, outputFolder } = options;
  const tiers = options.tiers.filter(({ hash }) => hash !== '');
  const files =
    tiers.length === 0
      ? [textFile('pagefind.js', EMPTY_INDEX)]
      : await buildHeadFiles(tiers, language);
  await writeHeadFolder(
    outputFolder,
    files,
    tiers.map(({ key }) => key),
  );
  return files.map(({ path }) => path);
}

interface Entry {
  version: string;
  languages: Record<string, { wasm: string | null }>;
  include_characters: string[];
}

async function buildHeadFiles(tiers: readonly TierFacts[], language: string): Promise<IndexFile[]> {
  const all = await indexRecords(language, [{ address: 'index.html', html: () => ANY_PAGE }]);
  const textOf = (path: string): string =>
    new TextDecoder().decode(all.find((file) => file.path === path)?.content);
  const entry = JSON.parse(textOf('pagefind-entry.json')) as Entry;
  // A language without a stemmer of its own has none.
  const wasm = Object.values(entry.languages)[0]?.wasm ?? 'unknown';
  const list = {
    version: entry.version,
    wasm,
    characters: entry.include_characters,
    tiers: [...tiers],
  };
  return [
    textFile('pagefind.js', await buildIndexModule(textOf('pagefind.js'))),
    textFile('tiers.json', writeTierList(list)),
    ...all.filter((file) => file.path === `wasm.${wasm}.pagefind`),
  ];
}

function textFile(path: string, text: string): IndexFile {
  return { path, content: new TextEncoder().encode(text) };
}
