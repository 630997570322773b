import { isDeviceName } from '@tamizdat/article-schema';
import { latinWords } from '@tamizdat/body';
import { type Counts, count } from '../convert/mend-text.ts';
import { cleanPicture } from '../write/clean-picture.ts';
import type { FoundPicture } from '../write/find-picture.ts';

/** A picture that is to stand beside an article. */
export interface OwnPicture {
  name: string;
  bytes: Buffer;
}

/** The pictures of one article, by the addresses under which its text knows them. */
export interface Gathered {
  names: ReadonlyMap<string, string>;
  files: OwnPicture[];
  /** Addresses without a file. */
  missing: string[];
}

/** Finds and cleans the pictures of an article. */
export async function gatherPictures(
  addresses: readonly string[],
  find: (address: string) => FoundPicture | undefined,
  counts: Counts,
): Promise<Gathered> {
  const names = new Map<string, string>();
  const files: OwnPicture[] = [];
  const missing: string[] = [];
  const byPath = new Map<string, string>();
  const taken = new Set<string>();
  for (const address of addresses) {
    const found = find(address);
    const known = found && byPath.get(found.path);
    const clean = found && known === undefined ? await cleanPicture(found.bytes) : undefined;
    if (known !== undefined) {
      names.set(address, known);
      continue;
    }
    if (found === undefined || clean === undefined) {
      if (found !== undefined) count(counts, 'pictures that nothing reads');
      missing.push(address);
      continue;
    }
    if (clean.note !== undefined) count(counts, clean.note);
    const name = nameFor(found.path, clean.extension, taken);
    byPath.set(found.path, name);
    names.set(address, name);
    files.push({ name, bytes: clean.bytes });
  }
  return { names, files, missing };
}

function nameFor(path: string, extension: string, taken: Set<string>): string {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]{1,5}$/, '');
  const latin = latinWords(stem, 'ru').slice(0, 60).replace(/-$/, '') || 'picture';
  const base = isDeviceName(latin) ? `${latin}-picture` : latin;
  let name = `${base}.${extension}`;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}.${extension}`;
  taken.add(name);
  return name;
}
