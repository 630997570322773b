/** Bytes of an outlet.yaml that is asked for its languages: the file of a large outlet has some thousand. */
export const OUTLET_FILE_READ_BYTES = 1_000_000;
