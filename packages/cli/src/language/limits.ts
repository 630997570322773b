/**
 * Bytes of an outlet.yaml that is asked for its languages: that of the sample has 13,000. Strangers may propose one, and
 * the parser takes 13 s for 180,000 bytes of anchors.
 */
export const OUTLET_FILE_READ_BYTES = 50_000;
