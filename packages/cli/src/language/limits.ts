/** Bytes of an outlet.yaml that is asked for its languages: the largest known has 20,000, and strangers may propose one. */
export const OUTLET_FILE_READ_BYTES = 200_000;
