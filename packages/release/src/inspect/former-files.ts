import { decodeNode } from '@tamizdat/verify/format';
import {
  locateFile,
  type Release,
  ReleaseError,
  type TreeFile,
  verifyNodeHash,
} from '@tamizdat/verify';
import { SourceError } from './source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file as an earlier release had it, of which the newest names the tree (SPEC 6.4). */
interface FormerFile {
  /** The release's number. */
  number: number;
  file: TreeFile;
}

/**
 * What earlier releases had at a path. Caches show that for a minute after a publication: it is old, and signed, and not
 * false (SPEC 10.10).
 */
export class FormerFiles {
  readonly #release: Release;
  readonly #fetchNode: (hash: string) => Promise<Bytes>;
  readonly #nodes = new Map<string, Promise<Bytes>>();

  /** @param fetchNode Gives the bytes that some source has for a hash; they are verified here. */
  constructor(release: Release, fetchNode: (hash: string) => Promise<Bytes>) {
    this.#release = release;
    this.#fetchNode = fetchNode;
  }

  /**
   * Looks once more at what is not the file that it should be.
   * @param wrong What was found.
   * @param read Reads what stands at the path now, as long as the longest of these files, and tells which it is.
   * @throws ReleaseError `stale` where it is what an earlier release had there; `wrong` where it is none of these
   */
  async judge(
    wrong: ReleaseError,
    file: TreeFile,
    read: (files: readonly TreeFile[]) => Promise<(file: TreeFile) => Promise<boolean>>,
  ): Promise<void> {
    const former = wrong.code === 'file-mismatch' ? await this.#list(file) : [];
    if (former.length === 0) throw wrong;
    const isIt = await read([file, ...former.map((one) => one.file)]);
    if (await isIt(file)) return;
    const { number: expected } = this.#release;
    for (const { number: found, file: one } of former)
      if (await isIt(one)) throw new ReleaseError('stale', { at: file.path, expected, found });
    throw wrong;
  }

  /** Lists what stood at the path of a file, newest first. Trees that cannot be read are passed over. */
  async #list({ path, hash }: TreeFile): Promise<FormerFile[]> {
    const found: FormerFile[] = [];
    for (const { number, root } of this.#release.former) {
      const file = await this.#locate(path, root).catch(orNothing);
      if (file !== undefined && file.hash !== hash) found.push({ number, file });
    }
    return found;
  }

  /** Of an earlier tree the root alone is signed: how deep it is, the root says. */
  async #locate(path: string, root: string): Promise<TreeFile> {
    const bytes = await this.#fetchOnce(root);
    await verifyNodeHash(bytes, root);
    const limits = { ...this.#release.limits, depth: decodeNode(bytes).level + 1 };
    const release = { ...this.#release, limits, tree: { ...this.#release.tree, root } };
    return (await locateFile(path, release, (hash) => this.#fetchOnce(hash))).file;
  }

  async #fetchOnce(hash: string): Promise<Bytes> {
    const fetched = this.#nodes.get(hash) ?? this.#fetchNode(hash);
    this.#nodes.set(hash, fetched);
    return fetched;
  }
}

/** @throws what is neither a fault of the release nor of the way to it */
function orNothing(error: unknown): undefined {
  if (!(error instanceof ReleaseError || error instanceof SourceError)) throw error;
}
