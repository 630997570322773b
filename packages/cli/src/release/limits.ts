/** Bytes of the digest and the stamp by which the record of what was signed is known again: 64, and four numbers. */
export const MAX_PROOF_BYTES = 200;
