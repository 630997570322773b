import { mapBounded } from '@tamizdat/files';
import { findCollision, isLeaf, PIECE_BYTES } from '@tamizdat/verify/format';
import {
  boundServed,
  claimChildren,
  claimRoot,
  type Head,
  locateFile,
  MAX_NODE_BYTES,
  type NodeClaim,
  ReleaseError,
  type TreeFile,
  verifyFile,
  verifyNode,
  verifyNodeHash,
} from '@tamizdat/verify';
import { nodePath } from '../store/node-files.ts';
import type { FetchedHead, Known } from './fetch-head.ts';
import { findStrays } from './find-strays.ts';
import { FormerFiles } from './former-files.ts';
import { listHeadChecks } from './inspect-head-files.ts';
import { type Inspection, noteLost, type Scope, toFinding } from './inspection.ts';
import { judgeHashed } from './judge-hashed.ts';
import { MAX_FINDINGS, MAX_LOST, PARALLEL_FETCHES } from './limits.ts';
import { type Source, SourceError } from './source.ts';
import { type Finding, isOld } from './verdict.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Judges the files of one release, a few at once, and notes what is wrong with each. */
export class Inspector {
  readonly #source: Source;
  readonly #fetched: FetchedHead;
  readonly #inspection: Inspection;
  readonly #known: Known;
  readonly #former: FormerFiles;
  #isGivenUp = false;
  readonly #reported = { old: 0, wrong: 0 };

  constructor(source: Source, fetched: FetchedHead, inspection: Inspection, known: Known) {
    this.#source = source;
    this.#fetched = fetched;
    this.#inspection = inspection;
    this.#known = known;
    this.#former = new FormerFiles(fetched.head.release, (hash) => this.#fetchNode(hash));
  }

  get #head(): Head {
    return this.#fetched.head;
  }

  async inspect(scope: Scope): Promise<void> {
    if (scope.kind === 'all') return this.#inspectAll();
    const paths = scope.kind === 'page' ? [scope.path] : await this.#choosePaths(scope);
    await this.#each(paths, async (path) => {
      const { file } = await locateFile(path, this.#head.release, (hash) => this.#fetchNode(hash));
      await this.#inspectFile(file);
    });
    if (scope.kind === 'sample') await this.#judgeHead();
  }

  async #judgeHead(): Promise<void> {
    const checks = listHeadChecks(this.#source, this.#fetched, this.#known?.fingerprint);
    await this.#each(checks, ({ judge }) => judge());
  }

  async #inspectAll(): Promise<void> {
    const files = await this.#listTree();
    await this.#each(files, (file) => this.#inspectFile(file));
    await this.#judgeHead();
    const named = new Set(files.map(({ path }) => path));
    const others = (this.#source.list?.() ?? []).filter((path) => !named.has(path));
    const strays = await findStrays(this.#source, this.#fetched);
    this.#inspection.outside = [...others, ...strays].sort();
  }

  /** Reads all nodes and blocks (SPEC 10.5). What lies below a wrong node is not known. */
  async #listTree(): Promise<TreeFile[]> {
    const files: TreeFile[] = [];
    let level: NodeClaim[] = [claimRoot(this.#head.release)];
    while (level.length > 0) {
      const below: NodeClaim[][] = [];
      await this.#each(level, async (claim, at) => {
        const node = await verifyNode(await this.#fetchNode(claim.hash), claim);
        below[at] = claimChildren(node, claim.to);
        if (!isLeaf(node)) return;
        files.push(...node.files);
        await this.#each(node.blocks, async (hash) =>
          verifyNodeHash(await this.#fetchNode(hash), hash),
        );
      });
      level = below.flat();
    }
    this.#judgeList(files);
    return files.sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  #judgeList(files: readonly TreeFile[]): void {
    if (this.#inspection.findings.length + this.#inspection.lost > 0) return;
    const { tree } = this.#head.release;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const expected = `${tree.files} files, ${tree.bytes} bytes`;
    const found = `${files.length} files, ${bytes} bytes`;
    if (found !== expected) this.#report({ code: 'bad-release', at: 'tree', expected, found });
    const collision = findCollision(files.map(({ path }) => path));
    if (collision) this.#report({ code: 'path-collision', at: collision[1], found: collision[0] });
  }

  async #inspectFile(file: TreeFile): Promise<void> {
    const judge = await this.#open([file]);
    this.#inspection.files++;
    try {
      await judge(file);
    } catch (error) {
      // What is no longer told need not be told apart.
      if (!(error instanceof ReleaseError) || this.#reported.wrong >= MAX_FINDINGS) throw error;
      await this.#former.judge(error, file, async (files) => {
        const again = await this.#open(files);
        return (one) =>
          again(one).then(
            () => true,
            () => false,
          );
      });
    }
  }

  /** Reads what stands at a path, and gives what judges it as one of the files that may stand there. */
  async #open(files: readonly TreeFile[]): Promise<(file: TreeFile) => Promise<void>> {
    const { origin } = this.#head.release;
    const { base } = this.#source;
    const path = files[0]?.path ?? '';
    const isBased = base !== undefined && files.some(({ rebased }) => rebased);
    const bounds = files.map(({ size, rebased }) =>
      boundServed(size, origin, base ?? origin, rebased),
    );
    if (this.#source.hash && !isBased) {
      const hashed = this.#source.hash(path, Math.max(...bounds));
      // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is to be a rejection
      return async (file) => {
        judgeHashed(file, hashed);
      };
    }
    const bytes = await this.#source.read(path, Math.max(...bounds));
    return async (file) => {
      if (bytes === undefined) throw new ReleaseError('missing', { at: path, expected: file.hash });
      await verifyFile(file, bytes, base === undefined ? undefined : { origin, base });
    };
  }

  async #fetchNode(hash: string): Promise<Bytes> {
    const bundled = this.#fetched.nodes.get(hash);
    if (bundled !== undefined) return bundled;
    const bytes = await this.#source.read(
      `release/${nodePath(hash)}`,
      Math.max(MAX_NODE_BYTES, PIECE_BYTES),
    );
    if (bytes === undefined)
      throw new ReleaseError('missing', { at: `release/${nodePath(hash)}`, expected: hash });
    return bytes;
  }

  /** Walks down to a leaf and a file in it by chance, again and again. */
  async #choosePaths({ count, random }: Scope & { kind: 'sample' }): Promise<string[]> {
    const paths = new Set<string>();
    const wanted = Math.min(count, this.#head.release.tree.files);
    for (let tries = 0; paths.size < wanted && tries < wanted * 20; tries++) {
      let claim: NodeClaim | undefined = claimRoot(this.#head.release);
      while (claim) {
        const node = await verifyNode(await this.#fetchNode(claim.hash), claim);
        const at = Math.floor(random() * (isLeaf(node) ? node.files.length : node.children.length));
        const path = isLeaf(node) ? node.files[at]?.path : undefined;
        if (path !== undefined) paths.add(path);
        claim = claimChildren(node, claim.to)[at];
      }
    }
    return [...paths].sort();
  }

  /**
   * Does some work for all items, a few at once. What is wrong with one is noted, and the others go on, until so many
   * did not come at all that the rest will not either.
   */
  async #each<Item>(
    items: readonly Item[],
    work: (item: Item, at: number) => Promise<void>,
  ): Promise<void> {
    await mapBounded(items, PARALLEL_FETCHES, async (item, at) => {
      if (this.#isGivenUp) return;
      try {
        await work(item, at);
      } catch (error) {
        this.#note(error);
      }
    });
  }

  /** @throws what is neither a fault of the release nor of the way to it */
  #note(error: unknown): void {
    if (!(error instanceof SourceError)) {
      this.#isGivenUp ||= !(error instanceof ReleaseError);
      this.#report(toFinding(error));
      return;
    }
    noteLost(this.#inspection, error);
    this.#inspection.lost++;
    this.#isGivenUp ||= this.#inspection.lost >= MAX_LOST;
  }

  /** What is old must not crowd out what is wrong. */
  #report(finding: Finding): void {
    const count = ++this.#reported[isOld(finding) ? 'old' : 'wrong'];
    if (count <= MAX_FINDINGS) this.#inspection.findings.push(finding);
  }
}
