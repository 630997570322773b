import { type JsonObject, parseCanonical } from '@tamizdat/verify/format';
import {
  digest,
  type Head,
  type HeadFiles,
  MAX_BYTES,
  parseBundle,
  ReleaseError,
  startTrust,
  type Trust,
  verifyHead,
} from '@tamizdat/verify';
import { fingerprintOf } from '../keys/fingerprint.ts';
import type { Source } from './source.ts';

/** What is known of an outlet: what was remembered or begun with a root, or its fingerprint, or nothing. */
export type Known = { trust: Trust; fingerprint?: string } | { fingerprint: string } | undefined;

export interface FetchedHead {
  head: Head;
  files: HeadFiles;
  /** Of the first root that the source has, where one was asked for. */
  fingerprint: string | undefined;
  /** Nodes that came along, by hash. */
  nodes: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Roots fetched one by one at most: an outlet makes one in two years. */
const MAX_ROOTS = 64;

/**
 * Fetches a head and verifies it (SPEC, section 9).
 * @param now Milliseconds since 1970.
 * @throws ReleaseError, `wrong-publisher` among them where the fingerprint is another; SourceError
 */
export async function fetchHead(source: Source, known: Known, now: number): Promise<FetchedHead> {
  const { files, nodes } = parseBundle(await readFile(source, 'release/bundle.json', 'bundle'));
  const begun =
    known && 'trust' in known ? undefined : await fetchFirstRoot(source, known?.fingerprint);
  const trust = known && 'trust' in known ? known.trust : startTrust(begun?.root ?? {});
  const head = await followRoots(source, files, trust, now);
  const hashed = await Promise.all(
    nodes.map(async (bytes) => [await digest(bytes), bytes] as const),
  );
  return { head, files, fingerprint: begun?.fingerprint, nodes: new Map(hashed) };
}

async function fetchFirstRoot(source: Source, expected: string | undefined) {
  const bytes = await readFile(source, 'release/1.root.json', 'root');
  const root = parseCanonical(bytes, 'root') as JsonObject;
  const fingerprint = fingerprintOf(bytes);
  if (expected !== undefined && fingerprint !== expected)
    throw new ReleaseError('wrong-publisher', { at: 'root', expected, found: fingerprint });
  return { root, fingerprint };
}

/** Verifies a head, fetching the roots that its bundle leaves out (SPEC 9.5). */
async function followRoots(
  source: Source,
  files: HeadFiles,
  trust: Trust,
  now: number,
): Promise<Head> {
  const older: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    try {
      return await verifyHead({ ...files, roots: [...older, ...files.roots] }, trust, { now });
    } catch (error) {
      const { code, detail } = error instanceof ReleaseError ? error : {};
      if (code !== 'root-gap' || older.length >= MAX_ROOTS) throw error;
      const root = await source.read(`release/${detail?.expected ?? 0}.root.json`, MAX_BYTES.root);
      if (root === undefined) throw error;
      older.push(root);
    }
  }
}

async function readFile(source: Source, path: string, kind: keyof typeof MAX_BYTES) {
  const bytes = await source.read(path, MAX_BYTES[kind]);
  if (bytes === undefined) throw new ReleaseError('missing', { at: path });
  return bytes;
}
