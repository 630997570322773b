/** Cost of scrypt (RFC 7914): 128 MiB and about 0.4 s, which a guesser pays for every guess. */
export const SCRYPT_N = 2 ** 17;

/** The most that a key file may ask for: 1 GiB. */
export const MAX_SCRYPT_N = 2 ** 20;

/** Characters of a passphrase: a key file may be copied by whoever sees the disk, and guessed at leisure. */
export const MIN_PASSPHRASE = 12;

/** Root keys of an outlet at most: as many people as can still be brought together. */
export const MAX_ROOT_KEYS = 9;

/** Bytes of a key file. */
export const MAX_KEY_FILE_BYTES = 4_096;
