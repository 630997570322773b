import { fetchHead, fingerprintOf, type Known, type Source } from '@tamizdat/release';
import {
  type Head,
  type HeadFiles,
  MAX_BYTES,
  parseBundle,
  parseClaim,
  parseMetadata,
  parseRoot,
  ReleaseError,
  verifyEd25519,
  verifyMirrors,
  verifyRoots,
} from '@tamizdat/verify';
import { MAX_ROOTS } from '../limits.ts';
import type { Staging } from './staging.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A verified head with the files that say so, to be served on. */
export interface SignedHead {
  head: Head;
  files: HeadFiles;
  bundle: Bytes;
  /** Nodes that came along, by hash. */
  nodes: ReadonlyMap<string, Bytes>;
}

/** Fetches and verifies a head, and keeps its bytes. @throws ReleaseError, SourceError */
export async function fetchSignedHead(
  source: Source,
  known: Known,
  now: number,
): Promise<SignedHead> {
  let bundle: Bytes = new Uint8Array();
  const { head, nodes } = await fetchHead(
    {
      spent: source.spent,
      read: async (path, limit) => {
        const bytes = await source.read(path, limit);
        if (path === BUNDLE && bytes !== undefined) bundle = bytes;
        return bytes;
      },
    },
    known,
    now,
  );
  return { head, nodes, bundle, files: parseBundle(bundle).files };
}

export const BUNDLE = 'release/bundle.json';

/**
 * Gathers all roots from the first to the newest, from what is kept here or from the source: verifiers may know any
 * of them (SPEC 9.5).
 * @throws ReleaseError where they are no chain from the outlet's first one to its newest
 */
export async function gatherRoots(
  signed: SignedHead,
  fingerprint: string,
  staging: Staging,
  source: Source,
): Promise<Bytes[]> {
  const newest = versionOf(signed.head);
  if (newest > MAX_ROOTS) throw new ReleaseError('bad-metadata', { at: 'root', found: newest });
  const kept = (path: string): Bytes | undefined => staging.readEither(path, MAX_BYTES.root)?.bytes;
  try {
    return await readChain(signed, fingerprint, newest, source, kept);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    // What is kept may have been damaged since.
    return readChain(signed, fingerprint, newest, source, () => undefined);
  }
}

async function readChain(
  { files }: SignedHead,
  fingerprint: string,
  newest: number,
  source: Source,
  kept: (path: string) => Bytes | undefined,
): Promise<Bytes[]> {
  const bundled = new Map(files.roots.map((root) => [parseMetadata(root, 'root').version, root]));
  const roots: Bytes[] = [];
  for (let version = 1; version <= newest; version++) {
    const path = `release/${version}.root.json`;
    const root = kept(path) ?? bundled.get(version) ?? (await source.read(path, MAX_BYTES.root));
    if (root === undefined) throw new ReleaseError('missing', { at: path });
    roots.push(root);
  }
  await verifyChain(roots, fingerprint, newest);
  return roots;
}

async function verifyChain(roots: Bytes[], fingerprint: string, newest: number): Promise<void> {
  const [first = new Uint8Array(), ...others] = roots;
  const root = await parseRoot(first);
  const found = fingerprintOf(first);
  if (found !== fingerprint)
    throw new ReleaseError('wrong-publisher', { at: 'root', expected: fingerprint, found });
  const { version } = await verifyRoots(root, others, verifyEd25519);
  if (version !== newest) throw new ReleaseError('root-gap', { expected: newest, found: version });
}

function versionOf({ trust }: Head): number {
  const { version } = trust.root['signed'] as { version: number };
  return version;
}

/** Gives `mirrors.json`, which a bundle leaves out where it is long. @throws ReleaseError */
export async function fetchMirrors({ head, files }: SignedHead, source: Source): Promise<Bytes> {
  if (files.mirrors) return files.mirrors;
  const lister =
    files.addresses === undefined
      ? parseMetadata(files.targets, 'targets')
      : parseMetadata(files.addresses, 'addresses');
  const { sha256 } = parseClaim(lister, 'targets', 'mirrors.json');
  const path = `release/targets/${sha256}.mirrors.json`;
  const bytes = await source.read(path, MAX_BYTES['mirrors.json']);
  if (bytes === undefined) throw new ReleaseError('missing', { at: path });
  await verifyMirrors(bytes, lister, head.trust);
  return bytes;
}
