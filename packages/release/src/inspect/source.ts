import type { HttpFault } from '@tamizdat/http';
import { ErrorInBoth, type InBoth } from '@tamizdat/problem';

/** A place that says it serves a release: a folder, or a mirror. Nothing it gives is trusted. */
export interface Source {
  /** Base address, for a mirror (SPEC 8.3). */
  readonly base?: string;
  /** Requests made and bytes read so far. */
  readonly spent: { requests: number; bytes: number };
  /**
   * Reads a file, one byte more than `limit` at most, which tells what is too long.
   * @returns undefined where there is no such file
   * @throws SourceError where nothing can be had of the source
   */
  read: (path: string, limit: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Hashes a file without holding it, where that is cheaper.
   * @returns undefined where there is no such file; its size, without a true hash, where it is longer than `limit`
   * @throws SourceError
   */
  hash?: (path: string, limit: number) => { size: number; hash: string } | undefined;
  /** Lists all files but those of `release/`, where that is possible. @throws SourceError */
  list?: () => string[];
  /** Lists the files of `release/` by their names in it, where that is possible. @throws SourceError */
  listRelease?: () => string[];
}

/** A source, or a file of it, of which nothing can be learned. Says nothing of whether that is genuine (SPEC 10.9). */
export class SourceError extends ErrorInBoth {
  override name = 'SourceError';
  /** What happened, for a mirror. */
  readonly fault: HttpFault | undefined;

  constructor(message: InBoth, fault?: HttpFault) {
    super(message);
    this.fault = fault;
  }
}
