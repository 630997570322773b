/** Releases for which former bytes and nodes stay (SPEC 6.4, 11.1): caches mix releases for minutes, readers for days. */
export const KEEP_RELEASES = 3;

/** Nodes out of use that are gathered before all leaves are read to delete them: reading 100,000 files' leaves takes 0.1 s. */
export const SWEEP_NODES = 512;

/** Bytes of a file that is copied, where it cannot be linked, so that its former bytes are at hand after a change. */
export const MAX_COPY_BYTES = 512 * 1024;

/** Bytes of what stands under the hash of a node: nodes, blocks, and lists of what was taken down (SPEC 6.4), which alone may be longer: of 20,000 paths. */
export const MAX_LIST_BYTES = 4 * 1024 * 1024;

/** Bytes of `state.json`: at 100,000 files, all of whose names have capital letters, it has some 20 MB. */
export const MAX_STATE_BYTES = 64 * 1024 * 1024;
