import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';

export type { Plugin };

/** The file that a script begins with, or the text of one and the folder whose files it imports. */
export type ScriptEntry = URL | { contents: string; folder: URL };

/** What differs from script to script. */
type ScriptOptions = Pick<
  BuildOptions,
  | 'alias'
  | 'define'
  | 'format'
  | 'globalName'
  | 'legalComments'
  | 'mangleProps'
  | 'plugins'
  | 'supported'
  | 'target'
>;

/**
 * Bundles a script for browsers into one text, minified, with the line break at its end: a classic script for browsers of
 * 2018, unless `options` say otherwise. The same sources give the same text on every machine.
 * @throws esbuild's error, with every place that it could not read
 */
export async function bundleScript(
  entry: ScriptEntry,
  options: ScriptOptions = {},
): Promise<string> {
  const folder = fileURLToPath(entry instanceof URL ? new URL('.', entry) : entry.folder);
  const { outputFiles } = await build({
    // The folder in which the process began may be gone, and no name of a file may depend on it.
    absWorkingDir: path.resolve(folder),
    ...(entry instanceof URL
      ? { entryPoints: [fileURLToPath(entry)] }
      : { stdin: { contents: entry.contents, resolveDir: folder } }),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0]?.text ?? '';
}
