/** Files read, written or looked at at once: enough to keep a disk busy, far below the usual 1,024 descriptors. */
export const PARALLEL_FILES = 32;

/** Bytes compared at once, per file: two such buffers are held for each of the files above. */
export const COMPARE_BYTES = 64 * 1024;
