import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isUntouched, walkFolder, writeWhole } from '@tamizdat/files';
import { ErrorInBoth } from '@tamizdat/problem';
import { compareStamps, stampFiles, type TreeStamps } from '@tamizdat/tree/stamps';
import { kitStamps, repository } from '../repository/folders.ts';
import { loadSaved, saveStamps } from './saved-stamps.ts';

/**
 * Folders and files of the kit of which something may show in a tree. What is compiled into the templates is not told apart
 * from what they ask while they render, lest one be missed.
 */
const SITE = ['apps/site/src', 'apps/site/build'];
const SINGLE = ['apps/site/astro.config.ts', 'apps/site/package.json', 'apps/site/tsconfig.json'];
const LOCK = 'pnpm-lock.yaml';

const FORMAT = 'tamizdat-kit-1';

/** Where a kit stands, and what is kept of it. */
export interface KitPlace {
  /** Folder of the whole kit. */
  root: string;
  /** File of {@link keepKit}. */
  kept: string;
}

const OURS: KitPlace = { root: repository, kept: kitStamps };

interface KnownKit {
  digest: string;
  /** Of every source. */
  files: TreeStamps;
}

let ahead: string | undefined;

/** The same as {@link digestKit}, for whoever asks at once for what the next will ask for: that gives this. */
export function digestAhead(): string {
  ahead = findDigest(OURS);
  return ahead;
}

/** SHA-256 over names and bytes of the kit's sources. They are not read where all have the stamps that {@link keepKit} saw. */
export function digestKit(): string {
  const known = ahead;
  ahead = undefined;
  return known ?? findDigest(OURS);
}

/** The same of a kit anywhere. */
export function findDigest({ root, kept }: KitPlace): string {
  const sources = listSources(root);
  return loadKnown(kept, stampFiles(root, sources))?.digest ?? digestFiles(root, sources);
}

/**
 * Keeps what the kit is by the stamps of its sources, so that the next command need not read them; not where one was changed so
 * shortly before that it may change again without another stamp.
 */
export function keepKit({ root, kept } = OURS): void {
  const moment = Date.now();
  const sources = listSources(root);
  const files = stampFiles(root, sources);
  if (loadKnown(kept, files) !== undefined) return;
  if (![...files.values()].every((stamp) => isUntouched(stamp, moment))) return;
  const known: KnownKit = { digest: digestFiles(root, sources), files };
  writeWhole(kept, saveStamps(FORMAT, known));
}

/** What was kept of a kit with these stamps: those of another machine are none here (`writeStamp`). */
function loadKnown(kept: string, stamps: TreeStamps): KnownKit | undefined {
  const known = loadSaved<KnownKit>(kept, FORMAT, isKnown);
  return known && compareStamps(known.files, stamps).length === 0 ? known : undefined;
}

const isKnown = (value: Record<string, unknown>): value is Record<string, unknown> & KnownKit =>
  typeof value['digest'] === 'string' && /^[0-9a-f]{64}$/.test(value['digest']);

/** Paths from the repository, in code-unit order; hidden files and tests are none. */
function listSources(root: string): string[] {
  const packages = readdirSync(path.join(root, 'packages'));
  const folders = [...SITE, ...packages.map((name) => `packages/${name}/src`)];
  const found = folders.flatMap((folder) => {
    const { files, others } = walkFolder(path.join(root, folder), (file) =>
      path.basename(file).startsWith('.'),
    );
    // A link would be followed, and its own stamp tells nothing of what it leads to.
    const [link] = others;
    if (link !== undefined)
      throw new ErrorInBoth({
        en: `${folder}/${link} is no file of the kit: move it away.`,
        ru: `${folder}/${link} — не файл набора: уберите его.`,
      });
    return files.map((file) => `${folder}/${file}`);
  });
  return [...found, ...SINGLE, LOCK].filter((file) => !file.endsWith('.test.ts')).sort();
}

function digestFiles(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
