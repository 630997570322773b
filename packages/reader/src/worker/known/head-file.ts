import type { HeadFiles } from '@tamizdat/verify';
import { type Bytes, toBytes, toText } from '../bytes.ts';

const NAMES = ['timestamp', 'snapshot', 'targets', 'release', 'mirrors', 'addresses'] as const;

/** Writes the files of a head down, all roots after the first included: who reads them begins at the fingerprint again. */
export function encodeHead(files: HeadFiles): Bytes {
  const texts = NAMES.map((name) => (files[name] ? toText(files[name]) : ''));
  return toBytes(JSON.stringify([files.roots.map(toText), ...texts]));
}

/**
 * Reads what {@link encodeHead} wrote. Nothing is said of the files but that they are there.
 * @throws where the bytes are none
 */
export function decodeHead(bytes: Bytes): HeadFiles {
  const [roots, ...texts] = JSON.parse(toText(bytes)) as [string[], ...string[]];
  const [timestamp, snapshot, targets, release, mirrors, addresses] = texts.map(toBytes);
  if (!timestamp || !snapshot || !targets || !release) throw new Error('no head');
  return {
    roots: roots.map(toBytes),
    timestamp,
    snapshot,
    targets,
    release,
    ...(mirrors?.length ? { mirrors } : {}),
    ...(addresses?.length ? { addresses } : {}),
  };
}

/** The version that a root file claims. */
export function versionOf(root: Bytes): number {
  const { signed } = JSON.parse(toText(root)) as { signed?: { version?: number } };
  return signed?.version ?? 0;
}
