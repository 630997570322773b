import { parseMetadata } from '@tamizdat/verify';
import {
  canonicalize,
  encodeCanonical,
  type JsonObject,
  parseCanonical,
} from '@tamizdat/verify/format';
import { sha256 } from '../tree/sha256.ts';
import type { Bytes } from './sign-metadata.ts';
import type { SignedHead } from './signed-head.ts';

/** Gives the files of `release/` that a head consists of, apart from nodes and bundle (SPEC 6.1). */
export function listHeadFiles(head: SignedHead): Map<string, Bytes> {
  const files = new Map<string, Bytes>();
  for (const root of head.roots)
    files.set(`${parseMetadata(root, 'root').version}.root.json`, root);
  for (const name of ['release', 'mirrors'] as const)
    files.set(`targets/${sha256(head[name])}.${name}.json`, head[name]);
  for (const role of ['targets', 'addresses', 'snapshot'] as const) {
    const bytes = head[role];
    if (bytes !== undefined) files.set(`${parseMetadata(bytes, role).version}.${role}.json`, bytes);
  }
  return files.set('timestamp.json', head.timestamp);
}

/** Bytes a bundle is filled up to with nodes (SPEC 7.3): with headers it crosses a connection that freezes after 16 KB. */
const BUNDLE_FILL_BYTES = 12_288;
const MAX_ROOTS = 3;

/**
 * Writes `bundle.json` (SPEC, section 7).
 * @param nodes The root node, then others in the order in which they are wanted.
 */
export function buildBundle(head: SignedHead, nodes: readonly Uint8Array[]): Bytes {
  const read = (bytes: Bytes): JsonObject => parseCanonical(bytes, 'bundle') as JsonObject;
  const roots = head.roots.map(read).slice(1).slice(-MAX_ROOTS);
  const [first, ...others] = nodes.map((bytes) => Buffer.from(bytes).toString('base64'));
  const bundle = {
    _type: 'tamizdat-bundle',
    spec: 1,
    roots,
    timestamp: read(head.timestamp),
    snapshot: read(head.snapshot),
    targets: read(head.targets),
    release: read(head.release),
    mirrors: read(head.mirrors) as JsonObject | null,
    ...(head.addresses && { addresses: read(head.addresses) }),
    nodes: first === undefined ? [] : [first],
  };
  if (canonicalize(bundle).length > BUNDLE_FILL_BYTES) bundle.mirrors = null;
  let size = encodeCanonical(bundle).length;
  for (const node of others) {
    size += node.length + 3;
    if (size > BUNDLE_FILL_BYTES) break;
    bundle.nodes.push(node);
  }
  return encodeCanonical(bundle);
}
