import type { IndexFile } from 'pagefind';
import { buildCanonicalIndex } from './canonical-index.ts';
import { buildIndexModule } from './index-module.ts';

/** The module that stands for an index of nothing: the search page then says that there is nothing yet. */
const EMPTY_INDEX = 'export const documents = 0;\n';

/**
 * The files of an index that a search page asks for, sorted by path: the module, the entry, one
 * WebAssembly module and the data. Pagefind's ready-made interfaces, highlighter and worker are left out.
 */
export async function buildIndexFiles(
  all: readonly IndexFile[],
  documents: number,
): Promise<IndexFile[]> {
  if (documents === 0) return [textFile('pagefind.js', EMPTY_INDEX)];
  const entry = all.find((file) => file.path === 'pagefind-entry.json');
  const wasm = wasmFiles(entry);
  const wanted = all.filter((file) => DATA.test(file.path) || wasm.has(file.path));
  const loader = all.find((file) => file.path === 'pagefind.js');
  const files = [...wanted, ...(loader === undefined ? [] : [await moduleFile(loader)])];
  return buildCanonicalIndex(files).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const DATA = /^(?:pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|(?:fragment|index|filter)\/[^/]+)$/;

/** The WebAssembly modules that the entry names; a language without a stemmer uses `unknown`. */
function wasmFiles(entry: IndexFile | undefined): Set<string> {
  const text = new TextDecoder().decode(entry?.content);
  const { languages } = JSON.parse(text) as { languages: Record<string, { wasm: string | null }> };
  return new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
}

async function moduleFile(loader: IndexFile): Promise<IndexFile> {
  return textFile(loader.path, await buildIndexModule(new TextDecoder().decode(loader.content)));
}

function textFile(path: string, text: string): IndexFile {
  return { path, content: new TextEncoder().encode(text) };
}
