import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { compiledTemplates, quickCommand, quickKit, repository } from '../repository/folders.ts';

const at = (source: string): string => path.join(repository, 'packages', source);

/** What is started, and what it loads by a name of its own: the templates, and threads. */
const ENTRIES = {
  'is-current': at('cli/src/compiled/is-current.ts'),
  main: at('cli/src/main.ts'),
  renderer: compiledTemplates,
  'render-worker': at('builder/src/render-worker.ts'),
  'parse-worker': at('archive/src/load/parse-worker.ts'),
};

/**
 * Whether the command is compiled: where it was started by `start.mjs`, which starts it so the next time. What starts is run
 * without a look, so not where the folder may have come from a cache that others can write to.
 */
export const mayStartQuick = ({ argv, env }: Pick<NodeJS.Process, 'argv' | 'env'>): boolean =>
  path.basename(argv[1] ?? '') === 'start.mjs' && !env['CI'];

/**
 * Compiles the command together with the compiled templates, for `start.mjs` to start by: they share their modules.
 * @param kit What `digestKit` gives.
 * @throws what esbuild throws; errors of the file system
 */
export async function compileQuick(kit: string): Promise<void> {
  const { bundleSources } = await import('./bundle-sources.ts');
  const folder = `${quickCommand}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    await bundleSources(ENTRIES, folder);
    writeWhole(path.join(folder, path.basename(quickKit)), kit);
    rmSync(quickCommand, { recursive: true, force: true });
    renameSync(folder, quickCommand);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
