import type { LeafNode, TreeNode } from '@tamizdat/verify';
import { type ChildNode, fromHex, NODE_VERSION } from '@tamizdat/verify/format';

/** Writes a node (SPEC 5.3 to 5.10). Files and children must be in order; types are listed as the files use them. */
export function encodeNode(node: TreeNode): Uint8Array<ArrayBuffer> {
  const head = [Uint8Array.of(NODE_VERSION, node.level)];
  const body = 'files' in node ? encodeLeaf(node) : encodeChildren(node.children);
  return joinBytes([...head, ...body]);
}

function encodeChildren(children: readonly ChildNode[]): Uint8Array[] {
  const parts: Uint8Array[] = [encodeVarint(children.length)];
  let previous: Uint8Array = new Uint8Array();
  for (const { key, hash } of children) {
    const bytes = new TextEncoder().encode(key);
    parts.push(encodeKey(bytes, previous), fromHex(hash));
    previous = bytes;
  }
  return parts;
}

function encodeLeaf({ files, blocks }: LeafNode): Uint8Array[] {
  const types = [...new Set(files.map(({ type }) => type))];
  const parts: Uint8Array[] = [encodeVarint(types.length)];
  for (const type of types) parts.push(encodeVarint(type.length), new TextEncoder().encode(type));
  parts.push(encodeVarint(blocks.length), ...blocks.map(fromHex), encodeVarint(files.length));
  let previous: Uint8Array = new Uint8Array();
  for (const file of files) {
    const bytes = new TextEncoder().encode(file.path);
    const flags = types.indexOf(file.type) * 2 + Number(file.rebased);
    parts.push(encodeKey(bytes, previous), encodeVarint(file.size), encodeVarint(flags));
    parts.push(fromHex(file.hash));
    previous = bytes;
  }
  return parts;
}

/** SPEC 5.4. */
function encodeKey(key: Uint8Array, previous: Uint8Array): Uint8Array {
  const shared = countShared(key, previous);
  const rest = key.subarray(shared);
  return joinBytes([encodeVarint(shared), encodeVarint(rest.length), rest]);
}

/** How many leading bytes two keys have in common. */
export function countShared(key: Uint8Array, previous: Uint8Array): number {
  let shared = 0;
  while (shared < Math.min(key.length, previous.length) && key[shared] === previous[shared])
    shared++;
  return shared;
}

/** SPEC 5.3. */
export function encodeVarint(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Uint8Array.from([...bytes, left]);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
