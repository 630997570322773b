import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';

const packages = path.resolve(import.meta.dirname, '../..');
const folder = path.join(packages, 'cli/.out');

/** Where {@link compileCommand} writes, below a folder of the kit: what it is started by. */
export const COMPILED = 'packages/cli/.out/main.js';

/** They look for files of their own beside them, or are no JavaScript. */
const APART = /^(?:sharp|satteri|pagefind|esbuild|hunspell-asm|dictionary-.*)$/;

/** Packages of the older module kind ask for Node's own modules by `require`; the rest is asked for by `places`. */
const OPENING = `
import { createRequire as tamizdatRequire } from 'node:module';
import { join as tamizdatJoin } from 'node:path';
import { pathToFileURL as tamizdatUrl } from 'node:url';
const require = tamizdatRequire(import.meta.url);
const tamizdatResolve = (from, name) => tamizdatUrl(tamizdatRequire(from).resolve(name)).href;
`;

/**
 * Compiles the command as it stands into a few files, for tests that start it hundreds of times: the start of one that
 * publishes takes 0.6 s of CPU where its thousand modules take 2.0. What it finds by its own place (workers,
 * dictionaries, the kit itself) is found at the place of its source.
 */
export async function compileCommand(): Promise<void> {
  removeCompiled();
  mkdirSync(folder);
  await bundle({
    entryPoints: [path.join(packages, 'cli/src/main.ts')],
    outdir: folder,
    absWorkingDir: packages,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    plugins: [apart, places],
    logLevel: 'error',
    banner: { js: OPENING },
  });
}

/** Deletes what was compiled. */
export function removeCompiled(): void {
  rmSync(folder, { recursive: true, force: true });
}

const apart: Plugin = {
  name: 'apart',
  setup(build) {
    build.onResolve(
      { filter: APART },
      async ({ path: name, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === apart) return undefined;
        const found = await build.resolve(name, { importer, kind, resolveDir, pluginData: apart });
        return { path: path.relative(folder, found.path), external: true, errors: found.errors };
      },
    );
  },
};

const places: Plugin = {
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
      const contents = readFileSync(file, 'utf8').replaceAll(
        /\bimport\.meta\.(url\b|dirname\b|resolve\()/g,
        (asked, name: string) => place[name] ?? asked,
      );
      return { contents, loader: 'ts' };
    });
  },
};
