/** Where a mirror's files are put, by kind. */
export type Place =
  | { kind: 'folder'; folder: string }
  | { kind: 'git'; repository: string; branch: string; squash: boolean }
  | { kind: 'rclone'; remote: string; compress: boolean }
  /** Others copy it; nothing is sent. */
  | { kind: 'copied' };

/** A mirror that may be published to. */
export interface MirrorTarget {
  /** What output calls it: for a reserve mirror “reserve-1” and so on. */
  name: string;
  /** Its base address (packages/release/SPEC.md, 8.1); null where feeds keep the origin's. */
  base: string | null;
  /** The pattern of a mirror that answers under every name of a domain (`https://*.example.net/`): `base` is one of them. */
  wildcard?: string;
  /** What stands in its files, where that is not `base`; null for the origin's. */
  written?: string | null;
  place: Place;
  /** Whether it is a reserve mirror: then nothing that is said of it may tell where it is. */
  reserve: boolean;
}
