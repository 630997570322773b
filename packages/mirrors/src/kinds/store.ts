/** A file that is to be put on a mirror. */
export interface Outgoing {
  /** From the mirror's base, `/`-separated. */
  path: string;
  /** The content type that the mirror should say. */
  type: string;
  /** `Cache-Control` that the mirror should say. */
  cache: string;
  /** Whether a store that compresses nothing may be given it compressed. */
  compressible: boolean;
  /** SHA-256 of what the mirror is to hold, in hexadecimal digits. */
  hash: string;
  /** The file that holds it, as it is to be sent; or the bytes. */
  content: { file: string } | { bytes: Uint8Array };
}

/** What a publication brought, for a store that keeps a history. */
export interface FinishedRelease {
  /** The release's clock (packages/release/SPEC.md, 6.4). */
  clock: string;
  /** Whether something was taken down, so that the history must not keep it. */
  forget: boolean;
}

/** What a kind of mirror can be told. */
export interface StoreFeatures {
  /** Whether it takes content types and `Cache-Control`. */
  headers: boolean;
  /** Whether nothing is seen of a publication until all of it is there. */
  atomic: boolean;
}

/** A place that files are put on. Calls follow one another; each may be made again after it failed. */
export interface Store {
  readonly features: StoreFeatures;
  /**
   * Reads a file, or its first `limit` + 1 bytes where it is longer.
   * @returns undefined where there is none
   */
  read: (path: string, limit: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Lists files of `release/` by their names in it, as far as the store tells them. What it names is not believed to be
   * anything.
   */
  list: () => Promise<string[]>;
  /**
   * Compares files with what is there.
   * @returns those that are missing, or are not byte for byte what they are to be
   */
  differing: (files: readonly Outgoing[]) => Promise<Outgoing[]>;
  /** Puts files, in any order. All of them are there when it ends, each whole or not at all. */
  put: (files: readonly Outgoing[]) => Promise<void>;
  /** Deletes files. One that is not there is no fault. */
  remove: (paths: readonly string[]) => Promise<void>;
  /** Sees to it that what was put outlasts a loss of power; absent where that is in other hands. */
  settle?: () => Promise<void>;
  /** Ends the publication: a store that is `atomic` shows it now. */
  finish: (release: FinishedRelease) => Promise<void>;
  /** Frees what it holds. Never throws. */
  close: () => Promise<void>;
}
