import { replaceBase } from '@tamizdat/release';

/** A file as a mirror is to serve it. */
export interface Rebased {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether it was left as signed because the mirror's base could not be told from the text (SPEC 8.4). */
  kept: boolean;
}

/**
 * Puts a mirror's base address where the signed bytes hold the origin's (SPEC 8.2), if undoing it gives the signed bytes
 * again (8.3); else the file stays as it was signed (8.4).
 */
export function rebaseFile(signed: Uint8Array<ArrayBuffer>, origin: string, base: string): Rebased {
  const bytes = replaceBase(signed, origin, base);
  const undone = replaceBase(bytes, base, origin);
  if (Buffer.compare(undone, signed) === 0) return { bytes, kept: false };
  return { bytes: signed, kept: true };
}
