import { encodeCanonical, parseCanonical } from './json/canonical-json.ts';
import { MAX_NODE_BYTES } from './limits.ts';
import { ReleaseError } from './release-error.ts';
import { boundBytes } from './metadata.ts';
import { isObject, type Shape, startShape } from './shape.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The files that a head is verified from, as fetched one by one or taken from a bundle. */
export interface HeadFiles {
  /** Root files, ascending; those of known versions are passed over. */
  roots: Bytes[];
  timestamp: Bytes;
  snapshot: Bytes;
  targets: Bytes;
  release: Bytes;
  mirrors?: Bytes | undefined;
  /** What names the list of mirrors where targets leave it to a role of its own (SPEC 6.8). */
  addresses?: Bytes | undefined;
}

export interface Bundle {
  files: HeadFiles;
  /** Bytes of nodes, the root node first. Each is to be verified under the hash that it is wanted for. */
  nodes: Bytes[];
}

const MAX_ROOTS = 3;

/**
 * Takes a bundle apart (SPEC, section 7).
 * @throws ReleaseError `too-large`, `not-canonical`, `bad-bundle`
 */
export function parseBundle(bytes: Uint8Array): Bundle {
  boundBytes(bytes, 'bundle');
  const bundle = parseCanonical(bytes, 'bundle');
  const ensure: Shape = startShape('bad-bundle', 'bundle');
  ensure(isObject(bundle) && bundle['_type'] === 'tamizdat-bundle' && bundle['spec'] === 1, 'spec');
  const { roots, timestamp, snapshot, targets, release, mirrors, addresses, nodes } = bundle;
  ensure(Array.isArray(roots) && roots.length <= MAX_ROOTS, 'roots');
  ensure([timestamp, snapshot, targets, release, ...roots].every(isObject), 'members');
  ensure(mirrors === null || isObject(mirrors), 'mirrors');
  ensure(addresses === undefined || isObject(addresses), 'addresses');
  ensure(Array.isArray(nodes), 'nodes');
  return {
    files: {
      roots: roots.map(encodeCanonical),
      timestamp: encodeCanonical(timestamp),
      snapshot: encodeCanonical(snapshot),
      targets: encodeCanonical(targets),
      release: encodeCanonical(release),
      mirrors: mirrors === null ? undefined : encodeCanonical(mirrors),
      ...(addresses === undefined ? {} : { addresses: encodeCanonical(addresses) }),
    },
    nodes: nodes.map(decodeBase64),
  };
}

function decodeBase64(value: unknown): Bytes {
  try {
    const text = atob(value as string);
    const isExact = btoa(text) === value && text.length <= MAX_NODE_BYTES;
    if (isExact) return Uint8Array.from(text, (char) => char.charCodeAt(0));
  } catch {
    // Said below.
  }
  throw new ReleaseError('bad-bundle', { at: 'bundle', found: 'nodes' });
}
