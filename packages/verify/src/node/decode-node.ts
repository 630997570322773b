import { MAX_FILE_BYTES, MAX_LEVEL, MAX_NODE_BYTES } from '../limits.ts';
import { isStrictPath } from '../path/strict-path.ts';
import { ReleaseError } from '../release-error.ts';
import { ByteReader } from './byte-reader.ts';
import { countBlocks, countPieces } from './pieces.ts';
import { CONTENT_TYPE, type LeafNode, NODE_VERSION, type TreeNode } from './tree-node.ts';

/**
 * Reads a node (SPEC 5.3 to 5.10). What it accepts has exactly one encoding, the bytes given.
 * @throws ReleaseError `bad-node`
 */
export function decodeNode(bytes: Uint8Array): TreeNode {
  const reader = new ByteReader(bytes);
  ensure(bytes.length <= MAX_NODE_BYTES && reader.byte() === NODE_VERSION, 'version or size');
  const level = reader.byte();
  ensure(level <= MAX_LEVEL, 'level');
  const node = level === 0 ? readLeaf(reader) : { level, children: readChildren(reader) };
  ensure(reader.isAtEnd, 'bytes after the end');
  return node;
}

function ensure(holds: boolean, found: string): void {
  if (!holds) throw new ReleaseError('bad-node', { found });
}

function readChildren(reader: ByteReader): { key: string; hash: string }[] {
  const readKey = startKeys(reader);
  const children = reader.list(() => ({ key: readKey(), hash: reader.hash() }));
  ensure(children.length > 0, 'no children');
  return children;
}

function readLeaf(reader: ByteReader): LeafNode {
  const types = reader.list(() => readType(reader));
  const blocks = reader.list(() => reader.hash());
  const readKey = startKeys(reader);
  let typesUsed = 0;
  let pieces = 0;
  const files = reader.list(() => {
    const path = readKey();
    const size = reader.varint();
    const flags = reader.varint();
    const typeNumber = Math.floor(flags / 2);
    const type = types[typeNumber] ?? '';
    ensure(isStrictPath(path) && size <= MAX_FILE_BYTES && type !== '', 'path, size or type');
    ensure(typeNumber <= typesUsed, 'order of types');
    typesUsed = Math.max(typesUsed, typeNumber + 1);
    pieces += countPieces(size);
    return { path, size, type, rebased: flags % 2 === 1, hash: reader.hash() };
  });
  ensure(typesUsed === types.length && new Set(types).size === types.length, 'types');
  ensure(countBlocks(pieces) === blocks.length, 'blocks');
  return { level: 0, files, blocks };
}

function readType(reader: ByteReader): string {
  const type = decodeText(reader.take(reader.varint()));
  ensure(CONTENT_TYPE.test(type), 'type');
  return type;
}

/** Begins a key list (SPEC 5.4): each call gives the next key. */
function startKeys(reader: ByteReader): () => string {
  let previous: Uint8Array | undefined;
  return () => {
    const shared = reader.varint();
    const rest = reader.take(reader.varint());
    ensure(previous ? follows(previous, shared, rest) : shared === 0, 'order of keys');
    const bytes = new Uint8Array(shared + rest.length);
    if (previous) bytes.set(previous.subarray(0, shared));
    bytes.set(rest, shared);
    previous = bytes;
    return decodeText(bytes);
  };
}

/** Whether a key is greater than the one before it, and shares with it as much as is said and no more. */
function follows(previous: Uint8Array, shared: number, rest: Uint8Array): boolean {
  const next = rest[0];
  const replaced = previous[shared];
  return (
    next !== undefined && (replaced === undefined ? shared === previous.length : replaced < next)
  );
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SURROGATE = /[\ud800-\udfff]/;

function decodeText(bytes: Uint8Array): string {
  try {
    const text = decoder.decode(bytes);
    if (!SURROGATE.test(text)) return text;
  } catch {
    // Said below.
  }
  throw new ReleaseError('bad-node', { found: 'text' });
}
