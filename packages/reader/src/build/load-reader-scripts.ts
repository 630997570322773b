import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import type { Settings } from '../worker/settings.ts';

/** The scripts of the reader's side, minified. */
export interface ReaderScripts {
  /** What pages load, after their text. */
  loader: string;
  /** What the settings page loads. */
  settingsPage: string;
  /** The registered script, without what an outlet decides. */
  stub: string;
  /** The rest of the worker: for browsers with Ed25519 in WebCrypto, and for the others. */
  cores: [string, string];
}

/** Bundles all scripts of the reader's side. */
export async function loadReaderScripts(): Promise<ReaderScripts> {
  const [loader, settingsPage, stub, core, coreNoble] = await Promise.all([
    bundle('../page/loader.ts', { format: 'iife' }),
    bundle('../page/settings-page.ts', { format: 'iife' }),
    bundle('../worker/stub.ts', { format: 'iife' }),
    bundle('../worker/core.ts', { format: 'iife', globalName: 'core' }),
    bundle('../worker/core-noble.ts', { format: 'iife', globalName: 'core' }),
  ]);
  return { loader, settingsPage, stub, cores: [core, coreNoble] };
}

/** The registered script of an outlet. */
export function workerScript({ stub, cores }: ReaderScripts, settings: Settings): string {
  const hashes = cores.map((core) => createHash('sha256').update(core).digest('hex'));
  return `var SETTINGS=${JSON.stringify({ ...settings, cores: hashes })};${stub}`;
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    platform: 'browser',
    ...options,
  });
  return (result.outputFiles?.[0]?.text ?? '').trim();
}
