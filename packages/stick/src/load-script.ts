import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A script of what is taken along, as one classic script: modules do not run from a file. @param name Its entry here. */
export async function loadScript(name: 'age-main' | 'search-main'): Promise<string> {
  const result = await build({
    // The folder in which the process began may be gone.
    absWorkingDir: import.meta.dirname,
    entryPoints: [fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
