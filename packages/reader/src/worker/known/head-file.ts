import type { HeadFiles } from '@tamizdat/verify';
import { type Bytes, toBytes, toText } from '../bytes.ts';

const NAMES = ['timestamp', 'snapshot', 'targets', 'release', 'mirrors', 'addresses'] as const;

/** Writes the files of a head down, all roots after the first included: who reads them begins at the fingerprint again. */
export function encodeHead(files: HeadFiles): Bytes {
  const texts = NAMES.map((name) => files[name] && toText(files[name]));
  return toBytes(JSON.stringify([files.roots.map(toText), ...texts]));
}

/**
 * Reads what {@link encodeHead} wrote. Nothing is said of the files, not even that they are there.
 * @throws where the bytes are no list
 */
export function decodeHead(bytes: Bytes): HeadFiles {
  const [roots, ...texts] = JSON.parse(toText(bytes)) as [string[], ...(string | null)[]];
  const files = texts.map((text, at) => [NAMES[at], text ? toBytes(text) : undefined]);
  return { roots: roots.map(toBytes), ...(Object.fromEntries(files) as Omit<HeadFiles, 'roots'>) };
}

/** The version that a root file claims. */
export function versionOf(root: Bytes): number {
  const { signed } = JSON.parse(toText(root)) as { signed?: { version?: number } };
  return signed?.version ?? 0;
}
