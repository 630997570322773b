import { join } from 'node:path';
import { contentTypeOf } from '@tamizdat/release';
import type { TreeFile } from '@tamizdat/verify';
import { holdsName } from '../base/holds-name.ts';
import { rebaseFile } from '../base/rebase-file.ts';
import { ensureHash, hashBytes, readOutgoing } from '../kinds/check-outgoing.ts';
import { cacheControl, isCompressible } from '../kinds/headers.ts';
import type { Outgoing } from '../kinds/store.ts';
import type { LocalRelease } from './local-release.ts';

/** Bytes of which no browser makes a page: what stands in `release/` under a hash. */
const BYTES = 'application/octet-stream';

/** Makes files of a release ready for one mirror. */
export class Outbox {
  readonly #local: LocalRelease;
  readonly #base: string | null;
  /** Files that stay as they were signed (SPEC 8.4). */
  readonly kept = new Set<string>();
  /** Files that hold a name of the mirror's wildcard as they were signed (SPEC 8.6). */
  readonly taken = new Set<string>();
  readonly #wildcard: string | undefined;

  /**
   * @param base The mirror's base; null to leave the origin's.
   * @param wildcard The pattern of the names under which it is served, if it has one.
   */
  constructor(local: LocalRelease, base: string | null, wildcard?: string) {
    this.#local = local;
    this.#wildcard = wildcard;
    this.#base = base;
  }

  /** A file of the tree. */
  path(file: TreeFile): Outgoing {
    const { origin } = this.#local.release;
    const source = join(this.#local.folder, file.path);
    const common = this.#about(file.path, file.type);
    if (file.rebased && this.#wildcard !== undefined && this.#base === null) {
      if (holdsName(readOutgoing(source, file.path), this.#wildcard)) this.taken.add(file.path);
    }
    if (!file.rebased || this.#base === null || this.#base === origin)
      return { ...common, hash: file.hash, content: { file: source } };
    const signed = readOutgoing(source, file.path);
    ensureHash(file, hashBytes(signed));
    const bytes = rebaseFile(signed, origin, this.#base);
    if (bytes === signed && Buffer.from(signed).includes(origin)) this.kept.add(file.path);
    return { ...common, hash: hashBytes(bytes), content: { bytes } };
  }

  /** The signed bytes of a file of the tree under their hash. */
  underHash({ path, hash }: { path: string; hash: string }): Outgoing {
    const common = this.#about(`release/files/${hash}`, BYTES);
    return { ...common, hash, content: { file: join(this.#local.folder, path) } };
  }

  /** A file of `release/` that never changes. */
  name(name: string): Outgoing {
    const path = `release/${name}`;
    const common = this.#about(path, /\.json$/.test(name) ? contentTypeOf(name) : BYTES);
    const hash = hashInName(name);
    const file = join(this.#local.folder, path);
    if (hash !== undefined) return { ...common, hash, content: { file } };
    const bytes = readOutgoing(file, path);
    return { ...common, hash: hashBytes(bytes), content: { bytes } };
  }

  /** A file of `release/` that is written anew each time. */
  bytes(name: string, bytes: Uint8Array): Outgoing {
    const common = this.#about(`release/${name}`, 'application/json');
    return { ...common, hash: hashBytes(bytes), content: { bytes } };
  }

  #about(path: string, type: string) {
    return { path, type, cache: cacheControl(path), compressible: isCompressible(path) };
  }
}

/** The hash that stands in a name: of a node, of bytes, or of a target. */
function hashInName(name: string): string | undefined {
  const found =
    /^(?:nodes\/([0-9a-f]{2})\/([0-9a-f]{62})|(?:files|targets)\/([0-9a-f]{64}).*)$/.exec(name);
  if (found === null) return undefined;
  const [, first = '', rest = '', whole] = found;
  return whole ?? first + rest;
}
