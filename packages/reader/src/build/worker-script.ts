import { createHash } from 'node:crypto';
import type { Settings } from '../worker/settings.ts';

/** The scripts of the reader's side, minified. */
export interface ReaderScripts {
  /** What pages load, after their text. */
  loader: string;
  /** What the settings page loads. */
  settingsPage: string;
  /** The registered script, without what an outlet decides. */
  starter: string;
  /** The rest of the worker: for browsers with Ed25519 in WebCrypto, and for the others. */
  cores: [string, string];
}

/** SHA-256, hexadecimal. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The name of a core in the tree's folder `reader`: what the starter makes of its hash. */
export const coreName = (core: string): string => `${hashOf(core).slice(0, 16)}.js`;

/** The registered script of an outlet: what the outlet decides, and the hashes of the cores, before the starter. */
export function workerScript(
  { starter, cores }: Pick<ReaderScripts, 'starter' | 'cores'>,
  settings: Settings,
): string {
  return `var SETTINGS=${JSON.stringify({ ...settings, cores: cores.map(hashOf) })};${starter}`;
}
