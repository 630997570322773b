import { decode, encode } from 'cborg';
import type { IndexFile } from 'pagefind';
import type { SearchDocument } from './document.ts';
import { hashBytes, packBytes, unpackBytes } from './packed-bytes.ts';
import { shownContent, shownMeta } from './shown-text.ts';

/** Pagefind's shortest hash in a fragment's name, in hexadecimal digits; it grows where two would be alike. */
const HASH_DIGITS = 7;

interface Fragment {
  url: string;
  content: string;
  word_count: number;
  meta: Record<string, string>;
}
type MetaFile = [version: string, pages: [hash: string, words: number][], ...unknown[]];

/**
 * Pagefind shows what it indexed. Here it indexed folded words; this puts what the documents say in their place, in
 * the fragments alone, and names those by their new bytes.
 * @param documents by address
 */
export function showDocuments(
  files: readonly IndexFile[],
  documents: ReadonlyMap<string, SearchDocument>,
): IndexFile[] {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const shown = inOrder.map((file) => {
    if (!file.path.endsWith('.pf_fragment')) return file;
    const content = showDocument(file, documents);
    const before = /^fragment\/(.+)\.pf_fragment$/.exec(file.path)?.[1] ?? '';
    const name = freeName(before.replace(/[^_]*$/, ''), hashBytes(content), taken);
    renamed.set(before, name);
    return { path: `fragment/${name}.pf_fragment`, content };
  });
  return shown.map((file) => (file.path.endsWith('.pf_meta') ? renamePages(file, renamed) : file));
}

function showDocument(file: IndexFile, documents: ReadonlyMap<string, SearchDocument>): Uint8Array {
  const fragment = JSON.parse(new TextDecoder().decode(unpackBytes(file.content))) as Fragment;
  const document = documents.get(fragment.url);
  if (document === undefined) throw new Error(`Pagefind names an unknown page: ${fragment.url}`);
  const content = shownContent(document);
  const shown: Fragment = {
    ...fragment,
    content,
    word_count: content.split(' ').length,
    meta: shownMeta(document),
  };
  return packBytes(new TextEncoder().encode(JSON.stringify(shown)));
}

function freeName(language: string, hash: string, taken: Set<string>): string {
  let digits = HASH_DIGITS;
  while (taken.has(hash.slice(0, digits))) digits++;
  taken.add(hash.slice(0, digits));
  return language + hash.slice(0, digits);
}

function renamePages(file: IndexFile, renamed: ReadonlyMap<string, string>): IndexFile {
  const [version, pages, ...rest] = decode(unpackBytes(file.content)) as MetaFile;
  const named = pages.map(([hash, words]) => [renamed.get(hash) ?? hash, words]);
  return { path: file.path, content: packBytes(encode([version, named, ...rest])) };
}
