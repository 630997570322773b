import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/** An outlet whose built tree is tested. */
export interface BuiltOutlet {
  name: string;
  /** Folder of its content, absolute. */
  content: string;
  /** Folder of its finished tree, absolute. */
  tree: string;
  /** How much a crawl of its tree finds, so that a test over an empty one cannot pass. */
  least: { files: number; images: number };
}

/** The sample outlet; `TAMIZDAT_DIST` and `TAMIZDAT_CONTENT` name another in its place. */
export const sample: BuiltOutlet = {
  name: 'the sample outlet',
  content: path.resolve(repository, process.env['TAMIZDAT_CONTENT'] ?? 'content'),
  tree: path.resolve(repository, process.env['TAMIZDAT_DIST'] ?? 'dist'),
  least: { files: 50, images: 20 },
};

/** Outlets that differ from the sample in every way: what is tested with all of them holds for any. */
export const others: BuiltOutlet[] = [
  { folder: 'right-to-left', files: 25 },
  { folder: 'five-languages', files: 50 },
  // Every text is a word too long for a phone.
  { folder: 'unbroken-words', files: 40 },
].map(({ folder, files }) => ({
  name: folder,
  content: path.join(repository, 'tests/fixtures/outlets', folder),
  tree: path.join(repository, '.cache/outlets', folder),
  least: { files, images: 0 },
}));

/** Every outlet under test. */
export const outlets: BuiltOutlet[] = [sample, ...others];

/** Languages of a built tree: each has its feed. Empty where nothing was built, which `assertBuilt` tells. */
export function languagesOf({ tree }: Pick<BuiltOutlet, 'tree'>): string[] {
  if (!existsSync(tree)) return [];
  return readdirSync(tree).filter((name) => existsSync(path.join(tree, name, 'feed.xml')));
}

/** @throws where a tree is missing: tests over an empty list would all pass. */
export function assertBuilt(): void {
  const missing = outlets.filter((outlet) => languagesOf(outlet).length === 0);
  if (missing.length === 0) return;
  const commands = missing.map(
    ({ content, tree }) => `tamizdat build --content ${content} --out ${tree}`,
  );
  throw new Error(`These outlets are not built yet:\n${commands.join('\n')}`);
}
