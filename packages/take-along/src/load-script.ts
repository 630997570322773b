import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The script beside an article’s text as one classic script, minified: it makes a function of {@link ScriptData} global by
 * the name `takeAlong`.
 */
export async function loadTakeAlongScript(): Promise<string> {
  const result = await build({
    // The folder in which the process began may be gone.
    absWorkingDir: import.meta.dirname,
    entryPoints: [fileURLToPath(new URL('./browser/main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'takeAlong',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return (result.outputFiles[0]?.text ?? '').trim();
}
