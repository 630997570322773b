/** Arrays and objects a value of JSON may lie in (SPEC 3.5): metadata needs 6. */
export const MAX_JSON_DEPTH = 16;

/** UTF-16 code units of a path (SPEC 2.1): Windows stops at 260 with the folder before it. */
export const MAX_PATH_LENGTH = 200;

/** UTF-8 bytes of one name in a path (SPEC 2.1): 255 on most file systems, less an extension that a tool may append. */
export const MAX_NAME_BYTES = 240;

/** Bytes of a piece of a file (SPEC 4.3): with its headers it crosses a connection that freezes after 16 KB. */
export const PIECE_BYTES = 8_192;

/** Pieces of one file (SPEC 4.3): beyond, pieces grow instead, so that no list of them outgrows a leaf's budget. */
export const MAX_PIECES = 1_024;

/** Bytes of one file (SPEC 4.3). */
export const MAX_FILE_BYTES = 2 ** 32;

/** Bytes of a node (SPEC 5.2): two of them in sequence still cross a connection that freezes after 16 KB. */
export const MAX_NODE_BYTES = 4_096;

/** Level of the highest root (SPEC 5.5): a tree of level 4 holds some hundred million files. */
export const MAX_LEVEL = 8;

/** Hashes of pieces in a block (SPEC 5.9): 8,192 bytes. */
export const BLOCK_HASHES = 256;

/** Bytes of a block (SPEC 5.9). */
export const BLOCK_BYTES = 8_192;

/** Bytes of files in `release/` that are read (SPEC 9.2), so that an endless body ends. */
export const MAX_BYTES = {
  bundle: 65_536,
  root: 32_768,
  timestamp: 8_192,
  snapshot: 8_192,
  targets: 16_384,
  addresses: 8_192,
  'release.json': 16_384,
  'mirrors.json': 32_768,
} as const;

/** Mirrors in a list (SPEC 6.5). */
export const MAX_MIRRORS = 100;

/** Characters of a mirror's name (SPEC 6.5). */
export const MAX_MIRROR_NAME = 100;

/** Milliseconds a timestamp may seem to live before the verifier's clock is in doubt (SPEC 9.13): 7 days and one of slack. */
export const MAX_TIMESTAMP_LIFE_MS = 8 * 86_400_000;

/** Milliseconds a release's clock may be ahead of the verifier's (SPEC 9.13). */
export const MAX_CLOCK_LEAD_MS = 86_400_000;
