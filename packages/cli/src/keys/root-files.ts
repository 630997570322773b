import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseRoot } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Loads all roots of a key folder, ascending: `root.json`, which `keys init` makes, and `2.root.json` and so on, which
 * `keys rotate` adds.
 * @throws UsageError where there is none
 */
export async function loadRoots(folder: string): Promise<Bytes[]> {
  const roots: Bytes[] = [];
  for (let version = 1; ; version++) {
    const bytes = readRoot(path.join(folder, rootName(version)));
    if (bytes === undefined) break;
    const root = await parseRoot(bytes).catch(() => undefined);
    if (root?.version !== version) throw notARoot(path.join(folder, rootName(version)), version);
    roots.push(bytes);
  }
  if (roots.length > 0) return roots;
  throw new UsageError(
    say({
      en: `There is no root.json in ${folder}. Name the folder that “tamizdat keys init --out <folder>” made.`,
      ru: `В ${folder} нет root.json. Укажите папку, которую создала «tamizdat keys init --out <папка>».`,
    }),
  );
}

/** Writes the last of these roots beside the others; one that is there is never written over. @returns its path */
export function writeNewestRoot(folder: string, roots: readonly Bytes[]): string {
  const file = path.join(folder, rootName(roots.length));
  writeFileSync(file, roots.at(-1) ?? '', { flag: 'wx' });
  return file;
}

const rootName = (version: number): string =>
  version === 1 ? 'root.json' : `${version}.root.json`;

function readRoot(file: string): Bytes | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

const notARoot = (file: string, version: number): UsageError =>
  new UsageError(
    say({
      en: `${file} is not root ${version} of an outlet. Take it from a copy: it is public.`,
      ru: `${file} — не корень ${version} какого-либо издания. Возьмите его из копии: он открыт для всех.`,
    }),
  );
