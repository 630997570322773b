import { decode, encode } from 'cborg';
import type { IndexFile } from 'pagefind';
import { hashBytes, packBytes, unpackBytes } from './packed-bytes.ts';

/** Pagefind's lengths of hashes in file names, in hexadecimal digits. */
const FILTER_HASH_DIGITS = 7;
const META_HASH_DIGITS = 10;

type FilterFile = [name: string, values: [value: string, pages: number[]][]];
/** The fourth field names the filters' files; the others stay as they are. */
type MetaFile = [string, unknown, unknown, filters: [name: string, hash: string][], ...unknown[]];

/**
 * Pagefind 1.5 writes filters in the random order of a hash table, and names these files and the meta file by hashes
 * over that order: each run differs. This puts filters and their values in code-unit
 * order and names the files again. Nothing else is changed.
 */
export function buildCanonicalIndex(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const filters = files
    .filter((file) => file.path.endsWith('.pf_filter'))
    .map((file) => {
      const [name, values] = unpack(file) as FilterFile;
      const content = pack([name, values.sort(byFirst)]);
      return rename(file.path, content, FILTER_HASH_DIGITS, renamed);
    });
  const metas = files
    .filter((file) => file.path.endsWith('.pf_meta'))
    .map((file) => {
      const [version, pages, chunks, names, ...rest] = unpack(file) as MetaFile;
      const mapped = names.map(
        ([name, hash]) => [name, renamed.get(hash) ?? hash] as [string, string],
      );
      const content = pack([version, pages, chunks, mapped.sort(byFirst), ...rest]);
      return rename(file.path, content, META_HASH_DIGITS, renamed);
    });
  const others = files.filter((file) => !/\.pf_(?:filter|meta)$/.test(file.path));
  return [...filters, ...metas, ...others];
}

/** `filter/ru_0123456.pf_filter` under the hash of its new content. */
function rename(
  path: string,
  content: Uint8Array,
  digits: number,
  renamed: Map<string, string>,
): IndexFile {
  const [, before, language, after] = /^(.*?)([^/._]+)_[0-9a-f]+(\.pf_\w+)$/.exec(path) ?? [];
  if (before === undefined || language === undefined || after === undefined) {
    throw new Error(`Pagefind names a file in an unknown way: ${path}`);
  }
  const hash = `${language}_${hashBytes(content).slice(0, digits)}`;
  renamed.set(path.slice(before.length, path.length - after.length), hash);
  return { path: before + hash + after, content };
}

/** CBOR (RFC 8949). */
function unpack(file: IndexFile): unknown {
  return decode(unpackBytes(file.content));
}

function pack(value: unknown): Uint8Array {
  return packBytes(encode(value));
}

function byFirst(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
