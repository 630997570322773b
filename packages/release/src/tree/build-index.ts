import type { ChildNode } from '@tamizdat/verify/format';
import { encodeNode, encodeVarint } from '../node/encode-node.ts';
import { costKey, endsNode, type StoreNode, storeLeaf } from './cut-leaves.ts';
import { HASH_BYTES, sha256 } from './sha256.ts';

/** SPEC 5.11: what the children of the root may cost. */
export const ROOT_COST = 4_000;

/** The root of a tree. */
export interface TreeRoot {
  hash: string;
  level: number;
}

/** Builds the nodes above a row of leaves (SPEC 5.11). */
export function buildIndex(leaves: readonly ChildNode[], store: StoreNode): TreeRoot {
  const [only] = leaves;
  if (only === undefined) return { hash: storeLeaf([], store), level: 0 };
  if (leaves.length === 1) return { hash: only.hash, level: 0 };
  let children = leaves;
  for (let level = 1; ; level++) {
    const groups = cutChildren(children);
    children = groups.map((group) => storeIndex(level, group, store));
    const [root] = children;
    if (root !== undefined && children.length === 1) return { hash: root.hash, level };
  }
}

/** The shortest text greater than `last` and not greater than `first` (SPEC 5.11). */
export function partKeys(last: string, first: string): string {
  let shared = 0;
  while (last[shared] === first[shared]) shared++;
  return first.slice(0, shared + 1);
}

function cutChildren(children: readonly ChildNode[]): ChildNode[][] {
  if (costChildren(children) <= ROOT_COST) return [[...children]];
  const groups: ChildNode[][] = [];
  let group: ChildNode[] = [];
  let cost = 0;
  let previous: Uint8Array = new Uint8Array();
  for (const child of children) {
    const key = new TextEncoder().encode(child.key);
    cost += costKey(key, previous) + HASH_BYTES;
    previous = key;
    group.push(child);
    if (!endsNode(cost, child.key)) continue;
    groups.push(group);
    group = [];
    cost = 0;
    previous = new Uint8Array();
  }
  return group.length > 0 ? [...groups, group] : groups;
}

function costChildren(children: readonly ChildNode[]): number {
  let previous: Uint8Array = new Uint8Array();
  let cost = encodeVarint(children.length).length;
  for (const child of children) {
    const key = new TextEncoder().encode(child.key);
    cost += costKey(key, previous) + HASH_BYTES;
    previous = key;
  }
  return cost;
}

function storeIndex(level: number, children: ChildNode[], store: StoreNode): ChildNode {
  const bytes = encodeNode({ level, children });
  const hash = sha256(bytes);
  store(hash, bytes);
  return { key: children[0]?.key ?? '', hash };
}
