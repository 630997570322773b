import { hash } from 'node:crypto';
import { BLOCK_HASHES, countPieces } from '@tamizdat/verify/format';
import { countShared, encodeNode, encodeVarint } from '../node/encode-node.ts';
import type { FileRecord } from './file-record.ts';
import { HASH_BYTES, sha256 } from './sha256.ts';

/**
 * SPEC 5.11: from which cost on a node ends behind a key whose SHA-256 begins with a byte below the limit. The rare
 * early ends bring two rows that differ in one file back into step within a node or two.
 */
const ENDS = [
  { cost: 2_800, limit: 256 },
  { cost: 2_100, limit: 64 },
  { cost: 700, limit: 4 },
];

/** A leaf in the row of leaves, with what the index above needs to know. */
export interface Leaf {
  first: string;
  last: string;
  hash: string;
}

/** Where nodes and blocks go, under their hash. */
export type StoreNode = (hash: string, bytes: Uint8Array) => void;

/** Whether a node ends behind a key, given what its content costs up to there (SPEC 5.11). */
export function endsNode(cost: number, key: string): boolean {
  const end = ENDS.find((candidate) => cost >= candidate.cost);
  return end !== undefined && (hash('sha256', key, 'buffer')[0] ?? 0) < end.limit;
}

/** Bytes of a key's entry in a key list (SPEC 5.4). */
export function costKey(key: Uint8Array, previous: Uint8Array): number {
  const shared = countShared(key, previous);
  const rest = key.length - shared;
  return encodeVarint(shared).length + encodeVarint(rest).length + rest;
}

/**
 * Cuts a row of files into leaves (SPEC 5.11). Where a leaf ends depends on nothing but the files since the last end:
 * an old end is an end again when the files before it, back to another end, are the same.
 */
export class LeafCutter {
  readonly leaves: Leaf[] = [];
  readonly #store: StoreNode;
  #files: FileRecord[] = [];
  #types = new Map<string, number>();
  #previous: Uint8Array = new Uint8Array();
  #cost = 0;

  constructor(store: StoreNode) {
    this.#store = store;
  }

  /** Whether a leaf has just ended, so that the next file begins another. */
  get isBetween(): boolean {
    return this.#files.length === 0;
  }

  /** Takes the next file, which must follow the last one in the order of paths. */
  add(file: FileRecord): void {
    const key = new TextEncoder().encode(file.path);
    this.#cost += costKey(key, this.#previous) + encodeVarint(file.size).length + HASH_BYTES;
    this.#cost += this.#costType(file.type) + Math.ceil(countPieces(file.size) / 8);
    this.#files.push(file);
    this.#previous = key;
    if (endsNode(this.#cost, file.path)) this.end();
  }

  /** Bytes that a file's type takes: its number, and its name where the leaf has not used it yet. */
  #costType(type: string): number {
    const known = this.#types.get(type);
    const number = known ?? this.#types.size;
    this.#types.set(type, number);
    return encodeVarint(number * 2 + 1).length + (known === undefined ? type.length + 2 : 0);
  }

  /** Ends the row. */
  end(): void {
    const files = this.#files;
    const [first, last] = [files[0], files.at(-1)];
    if (first === undefined || last === undefined) return;
    this.leaves.push({ first: first.path, last: last.path, hash: storeLeaf(files, this.#store) });
    this.#files = [];
    this.#types = new Map();
    this.#previous = new Uint8Array();
    this.#cost = 0;
  }
}

/** Makes a leaf of files, stores it and its blocks, and gives its hash. */
export function storeLeaf(files: readonly FileRecord[], store: StoreNode): string {
  const hashes = Buffer.concat(files.map(({ pieceHashes }) => pieceHashes));
  const blocks: string[] = [];
  for (let at = 0; at < hashes.length; at += BLOCK_HASHES * HASH_BYTES) {
    const block = hashes.subarray(at, at + BLOCK_HASHES * HASH_BYTES);
    blocks.push(sha256(block));
    store(sha256(block), block);
  }
  const bytes = encodeNode({ level: 0, files: [...files], blocks });
  const leafHash = sha256(bytes);
  store(leafHash, bytes);
  return leafHash;
}
