import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { repository } from '../repository/folders.ts';

/** They look for files of their own beside them, or are no JavaScript. */
const APART = /^(?:sharp|satteri|pagefind|esbuild|tinypool|hunspell-asm|dictionary-.*)$/;

/** Packages of the older module kind ask for Node's own modules by `require`; the rest is asked for by `places`. */
const OPENING = `
import { createRequire as tamizdatRequire } from 'node:module';
import { join as tamizdatJoin } from 'node:path';
import { pathToFileURL as tamizdatUrl } from 'node:url';
const require = tamizdatRequire(import.meta.url);
const tamizdatResolve = (from, name) => tamizdatUrl(tamizdatRequire(from).resolve(name)).href;
`;

/**
 * Bundles sources of the kit into a few files that share what they have in common, because finding, reading and linking a
 * thousand modules is most of what a short command costs. What a source finds by its own place (workers, dictionaries, the
 * kit itself) is found at the place of its source, but for threads that are among the entries.
 * @param entries Sources by the names that they get there, without `.js`.
 * @param folder Absolute; written into.
 * @throws what esbuild throws
 */
export async function bundleSources(
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  await bundle({
    entryPoints: { ...entries },
    outdir: folder,
    absWorkingDir: repository,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    plugins: [apart(folder), places(folder, Object.values(entries))],
    // Without the templates among the entries those that are compiled by themselves render.
    define: { 'import.meta.isCompiled': String('renderer' in entries) },
    logLevel: 'error',
    banner: { js: OPENING },
  });
}

const apart = (folder: string): Plugin => ({
  name: 'apart',
  setup(build) {
    build.onResolve(
      { filter: APART },
      async ({ path: name, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === APART) return undefined;
        const found = await build.resolve(name, { importer, kind, resolveDir, pluginData: APART });
        return { path: path.relative(folder, found.path), external: true, errors: found.errors };
      },
    );
  },
});

const places = (folder: string, entries: readonly string[]): Plugin => ({
  name: 'places',
  setup(build) {
    build.onLoad({ filter: /\/packages\/[^/]+\/src\/.*\.ts$/ }, ({ path: file }) => {
      const source = JSON.stringify(path.relative(folder, file));
      const url = `new URL(${source}, import.meta.url).href`;
      const place: Record<string, string> = {
        url,
        dirname: `tamizdatJoin(import.meta.dirname, ${source}, '..')`,
        'resolve(': `tamizdatResolve(${url}, `,
      };
      const contents = readFileSync(file, 'utf8')
        .replaceAll(THREAD, (asked, name: string) =>
          entries.includes(path.join(file, '..', `${name}.ts`))
            ? `tamizdatUrl(tamizdatJoin(import.meta.filename, '../${name}.js'))`
            : asked,
        )
        .replaceAll(
          /\bimport\.meta\.(url\b|dirname\b|resolve\()/g,
          (asked, name: string) => place[name] ?? asked,
        );
      return { contents, loader: 'ts' };
    });
  },
});

/** How a source names the module of a thread. */
const THREAD = /\bnew URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g;
