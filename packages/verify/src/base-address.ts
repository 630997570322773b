/**
 * Replaces one base address by another (SPEC 8.3), byte for byte, from the left and without overlap. Both are ASCII.
 */
export function replaceBase(
  bytes: Uint8Array<ArrayBuffer>,
  from: string,
  to: string,
): Uint8Array<ArrayBuffer> {
  // Latin-1 keeps every byte one character: what is not ASCII passes through unchanged.
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return Uint8Array.from(
    text.replaceAll(from, () => to),
    (char) => char.charCodeAt(0),
  );
}

/** Arguments of one call: engines allow some ten thousand. */
const CHUNK = 8_192;

/** The most bytes that are read for a file (SPEC 8.5). */
export function boundServed(size: number, origin: string, base: string, rebased: boolean): number {
  if (!rebased || base.length <= origin.length) return size;
  return Math.ceil((size * base.length) / origin.length);
}
