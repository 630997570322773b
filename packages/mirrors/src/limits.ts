/** Times that something is tried with a store before a publication to it is given up. */
export const STORE_TRIES = 4;

/** Milliseconds before a store is asked again; twice as long each time. Stores that say “too many” want seconds. */
export const STORE_WAIT_MS = 1_000;

/** Seconds in which rclone and ssh have to reach a store. */
export const STORE_CONNECT_S = 20;

/** Seconds without a byte after which rclone, git and ssh give a connection up. */
export const STORE_SILENCE_S = 60;

/** Milliseconds that a path stays on a mirror after a release without it: caches and open pages still ask for it. */
export const GRACE_MS = 24 * 3_600_000;

/** Bytes of the file in which a publisher notes what it put on a mirror: hashes of 190,000 files. */
export const MAX_STATUS_BYTES = 8 * 1024 * 1024;

/** Releases that a note may say were begun and not finished: each costs requests. */
export const MAX_BEGUN = 8;

/** Names and paths that one list of a note may have: of hashes, no more fit into it. */
export const MAX_NOTED = 200_000;

/** Names in `release/` that are taken from a store's own list: twice those of a release that changes every page. */
export const MAX_LISTED_NAMES = 400_000;

/** Megabytes of memory in which one mirror is published to: three times what the longest note took, which is 322. */
export const MAX_MIRROR_MEMORY_MB = 1_024;

/** Nodes of one tree that are fetched from a mirror: those of 400,000 files, in 80 MB. */
export const MAX_FETCHED_NODES = 20_000;

/** Bytes of a store's own list of what lies in `release/`: 1,000 bytes of git, 70 of others, for each of 100,000 files. */
export const MAX_LIST_BYTES = 32 * 1024 * 1024;

/** Files and bytes that are fetched at once to be compared: they lie on this machine's disk meanwhile. */
export const COMPARED_FILES = 500;
export const COMPARED_BYTES = 256 * 1024 * 1024;

/** Nodes fetched from a mirror at once. */
export const PARALLEL_NODES = 8;

/** Files read back after a publication, to notice a store that loses or cuts what it is sent. */
export const READ_BACK_FILES = 3;

/** Mirrors published to at once: beyond, they share the newsroom's line anyway. */
export const PARALLEL_MIRRORS = 8;

/** Milliseconds that one call of git or rclone may take: 10 GB over a slow line. */
export const COMMAND_MS = 6 * 3_600_000;

/** Bytes of what git or rclone say that are kept: the end of it names the fault. */
export const COMMAND_OUTPUT_BYTES = 8 * 1024;

/** Seconds for which a page may be kept by caches: an edition's correction must arrive. */
export const PAGE_SECONDS = 60;

/** Seconds for which browsers keep the script of the readers' worker: they look for a newer one at least once a day. */
export const WORKER_SECONDS = 86_400;

/** Connections to one mirror while pulling: fewer than a browser, because nobody waits for a page. */
export const PULL_CONNECTIONS = 4;

/** Wrong files after which a source is given up: it will not get better within this run. */
export const MAX_WRONG_FILES = 20;

/** Bytes that a pulled copy may take, by-hash files included, unless somebody says more. */
export const DEFAULT_MAX_COPY_BYTES = 20 * 2 ** 30;

/** Bytes that stay free on the disk: a full disk stops the web server's logs and everything else on it. */
export const FREE_DISK_BYTES = 64 * 2 ** 20;

/** Bytes that one file takes besides its content: an inode and the end of its last block. */
export const FILE_OVERHEAD_BYTES = 2_048;

/** Roots that a copy holds at most: an outlet makes one in two years. */
export const MAX_ROOTS = 64;

/** Versions of snapshot and targets kept for clients that read the timestamp before a switch. */
export const KEPT_METADATA = 3;

/** Bytes of a file that is held in memory to put a base address into it: feeds and sitemaps, which protocols bound at 50 MB. */
export const MAX_REBASED_BYTES = 64 * 2 ** 20;

/** Milliseconds without a byte after which a watched mirror counts as silent: readers have given up before. */
export const WATCH_SILENCE_MS = 10_000;

/** Milliseconds before a watched mirror is asked again: one cut connection among many says nothing of it. */
export const WATCH_WAITS_MS = [1_000, 4_000] as const;

/** Bytes asked for through one connection: three times what providers let pass before they freeze it (design, section 2). */
export const TRANSFER_BYTES = 49_152;

/** Milliseconds for these bytes: 300 a second, of which nobody reads. A byte now and then must not hold a watch for ever. */
export const TRANSFER_MS = 160_000;

/** Requests at most to get these bytes, where the file that is asked for is small. */
export const TRANSFER_REQUESTS = 64;

/** Mirrors that opened at a look and are opened once more at its end: one that opens is enough, and three may hardly be gone at once. */
export const WITNESSES_MAX = 3;

/** Domains whose mirrors are looked at at once; those of one domain come one after another. */
export const WATCHED_AT_ONCE = 4;

/** Files judged at each look, unless somebody asks for more or all. */
export const DEFAULT_SAMPLE = 12;

/**
 * Hexadecimal digits of a hash that tell reserve mirrors apart in a history. One in 65,536 addresses has the same four,
 * thousands of those that exist: who takes the history away finds none by them.
 */
export const TIMELINE_TAG_DIGITS = 4;

/** Days that a history goes back. */
export const HISTORY_DAYS = 90;

/** Bytes of a file that are read at once into an archive: a block of UnixFS. */
export const ARCHIVE_READ_BYTES = 1024 * 1024;

/** Bytes of a block in a CAR, links of a node, and entries of a folder before it is sharded: those of ipfs-car. */
export const CAR_CHUNK_BYTES = 1024 * 1024;
export const CAR_LINKS = 1024;
export const CAR_FOLDER_ENTRIES = 1_000;

/** Bytes of blocks that wait to be written. */
export const CAR_QUEUED_BYTES = 8 * 1024 * 1024;

/** Pieces of a torrent, about: enough to share early, and few enough for a .torrent file of some 40 KB. */
export const TORRENT_PIECES = 2_000;

/** Bytes of a piece: less makes much ado about little, more is refused by some clients. */
export const MIN_PIECE_BYTES = 64 * 1024;
export const MAX_PIECE_BYTES = 16 * 1024 * 1024;

/** Bytes of the note beside an archive. */
export const MAX_NOTE_BYTES = 64 * 1024;

/** Bytes of a .torrent file: 20 for each piece of some 13 TB. */
export const MAX_TORRENT_BYTES = 16 * 1024 * 1024;

/** Names that a book of an outlet's names may hold: 40 years of an outlet that lost 241 in a quarter, twice over. */
export const BOOK_NAMES_MAX = 80_000;

/** Bytes of that book: 400 a name. */
export const BOOK_MAX_BYTES = 32 * 1024 * 1024;

/** Characters of the first part of a host's name (RFC 1035), of an address and of a reason in a book. */
export const LABEL_MAX = 63;
export const BASE_MAX = 500;
export const WHY_MAX = 200;

/** Milliseconds by which clocks that write one book may differ. */
export const CLOCK_LEEWAY_MS = 10 * 60_000;

/**
 * Bits of chance in a name at least. Who tries a million names a day in a DNS without a wildcard finds one of a thousand
 * ready ones in three years.
 */
export const LABEL_BITS = 40;

/** Words in a name of words: 11 bits each. */
export const LABEL_WORDS = 4;

/** Names that are made before it is given up to find one that says nothing. */
export const LABEL_TRIES = 1_000;

/** Burned names of a channel from which something is said of it, and hours within which half of them died. */
export const FAST_BURNED_NAMES = 3;
export const FAST_BURNED_HOURS = 24;

/** Bytes of a name that is made up to look whether it has an answer: nobody has it by chance. */
export const MADE_NAME_BYTES = 8;

/** Bytes of the kept list of mirrors: a signed one (SPEC 9.2), and what is noted beside it. */
export const MAX_FOLLOWED_BYTES = 65_536;

/** Addresses that are told where a mirror cannot be reached: enough to go on with. */
export const OTHERS_TOLD = 3;
/** Days for which a domain is passed over whose names died young: blocks of a domain last, and slips are mended by then. */
export const HURT_DAYS = 14;

/** Hours within which a name dies that no reader ever opened, and names that did so in a row before their domain is barred. */
export const STILLBORN_HOURS = 4;
export const STILLBORN_NAMES = 3;
