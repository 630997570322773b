import { mapBounded } from '@tamizdat/files';
import { nodePath, type Source } from '@tamizdat/release';
import {
  claimChildren,
  claimRoot,
  MAX_NODE_BYTES,
  type NodeClaim,
  type Release,
  ReleaseError,
  type TreeFile,
  verifyNode,
  verifyNodeHash,
} from '@tamizdat/verify';
import { findCollision } from '@tamizdat/verify/format';
import { PULL_CONNECTIONS } from '../limits.ts';
import { isHashed } from './hash-file.ts';
import { isRefused } from './or-nothing.ts';
import type { Staging } from './staging.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of a block at most (SPEC 5.9). */
const MAX_BLOCK_BYTES = 8_192;

/** Brings the nodes and blocks of trees into a staging, from wherever they are at hand. */
export class TreeFetcher {
  readonly #source: Source;
  readonly #staging: Staging;
  readonly #bundled: ReadonlyMap<string, Bytes>;

  constructor(source: Source, staging: Staging, bundled: ReadonlyMap<string, Bytes>) {
    this.#source = source;
    this.#staging = staging;
    this.#bundled = bundled;
  }

  /**
   * Fetches the tree of a release, and judges it as a whole (SPEC 10.5).
   * @returns its files, in order
   * @throws ReleaseError, SourceError
   */
  async fetch(release: Release): Promise<TreeFile[]> {
    const files = await this.#walk(claimRoot(release), release.tree.files);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const expected = `${release.tree.files} files, ${release.tree.bytes} bytes`;
    const found = `${files.length} files, ${bytes} bytes`;
    if (found !== expected) throw new ReleaseError('bad-release', { at: 'tree', expected, found });
    const collision = findCollision(files.map(({ path }) => path));
    if (collision)
      throw new ReleaseError('path-collision', { at: collision[1], found: collision[0] });
    return files;
  }

  /**
   * Fetches the tree of an earlier release, of which only the root is signed.
   * @param most Files at most: what is larger is no tree of this site's.
   * @returns its level; undefined where the source does not have it, or not whole
   */
  async fetchFormer(root: string, most: number): Promise<number | undefined> {
    try {
      const level = (await this.#fetchNode(root, MAX_NODE_BYTES))[1] ?? 0;
      await this.#walk({ hash: root, level, from: '', to: undefined }, most);
      return level;
    } catch (error) {
      if (error instanceof ReleaseError || isRefused(error)) return undefined;
      throw error;
    }
  }

  /** Fetches what is stored under its hash. @throws ReleaseError `missing`, `node-mismatch` */
  async fetchStored(hash: string, limit: number): Promise<Bytes> {
    return this.#fetchNode(hash, limit);
  }

  async #walk(root: NodeClaim, most: number): Promise<TreeFile[]> {
    const files: TreeFile[] = [];
    let level = [root];
    while (level.length > 0) {
      const below: NodeClaim[][] = [];
      await mapBounded(level.entries(), PULL_CONNECTIONS, async ([at, claim]) => {
        const node = await verifyNode(await this.#fetchNode(claim.hash, MAX_NODE_BYTES), claim);
        below[at] = claimChildren(node, claim.to);
        if (!('files' in node)) return;
        for (const hash of node.blocks) await this.#fetchNode(hash, MAX_BLOCK_BYTES);
        files.push(...node.files);
        if (files.length > most)
          throw new ReleaseError('bad-release', { at: 'tree', expected: `${most} files` });
      });
      level = below.flat();
      if (level.length > most) throw new ReleaseError('bad-release', { at: 'tree' });
    }
    return files.sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  async #fetchNode(hash: string, limit: number): Promise<Bytes> {
    const path = `release/${nodePath(hash)}`;
    const kept = this.#staging.readEither(path, limit);
    if (kept !== undefined && (await isNode(kept.bytes, hash))) {
      const file = { size: kept.bytes.length, hash };
      if (kept.from === this.#staging.place(path)) this.#staging.keep(path);
      else if (!(await this.#staging.take(kept.from, path, (place) => isHashed(place, file))))
        this.#staging.write(path, kept.bytes);
      return kept.bytes;
    }
    const bytes = this.#bundled.get(hash) ?? (await this.#source.read(path, limit));
    if (bytes === undefined) throw new ReleaseError('missing', { at: path, expected: hash });
    await verifyNodeHash(bytes, hash);
    this.#staging.write(path, bytes);
    return bytes;
  }
}

async function isNode(bytes: Bytes, hash: string): Promise<boolean> {
  return verifyNodeHash(bytes, hash).then(
    () => true,
    () => false,
  );
}
