import { replaceBase } from '@tamizdat/verify';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Puts a mirror's base address into a file that is flagged for it (SPEC 8.2).
 * @param signed The signed bytes.
 * @returns the bytes to serve: the signed ones where these hold the mirror's base already (SPEC 8.4), or where a
 *   verifier could not undo it
 */
export function rebaseFile(signed: Bytes, origin: string, base: string): Bytes {
  const rebased = replaceBase(signed, origin, base);
  return Buffer.compare(replaceBase(rebased, base, origin), signed) === 0 ? rebased : signed;
}
