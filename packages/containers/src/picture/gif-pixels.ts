/** Codes of a picture’s pixels (GIF89a, appendix F). */
const CODES_MAX = 4_096;

/**
 * How many bytes of packed codes the pixels of a GIF picture take. Undefined where the codes end before the pixels do, and
 * where one stands for nothing.
 *
 * @param size Bits of the first codes, without the one that they are longer by.
 * @param pixels How many the picture has.
 */
export function neededCodes(packed: Buffer, size: number, pixels: number): number | undefined {
  if (size < 1 || size > 11) return undefined;
  const [clear, end] = [2 ** size, 2 ** size + 1];
  /** How many pixels each code stands for. */
  const lengths = new Uint32Array(CODES_MAX).fill(1, 0, clear);
  let [next, width, last, left] = [end + 1, size + 1, -1, pixels];
  for (let at = 0; at + width <= packed.length * 8;) {
    const code = bitsAt(packed, at, width);
    at += width;
    if (code === clear) [next, width, last] = [end + 1, size + 1, -1];
    else if (code === end) return left > 0 ? undefined : Math.ceil(at / 8);
    else if (code > next || (code === next && last === -1)) return undefined;
    else {
      if (last !== -1 && next < CODES_MAX) {
        lengths[next] = (lengths[last] ?? 0) + 1;
        next += 1;
        if (next === 2 ** width && width < 12) width += 1;
      }
      left -= lengths[code] ?? 0;
      last = code;
    }
    // Some programs leave out the code that ends.
    if (left < 0) return undefined;
  }
  return left === 0 ? packed.length : undefined;
}

const bitsAt = (packed: Buffer, at: number, width: number): number => {
  const byte = at >> 3;
  const three =
    (packed[byte] ?? 0) + ((packed[byte + 1] ?? 0) << 8) + ((packed[byte + 2] ?? 0) << 16);
  return (three >> (at & 7)) & (2 ** width - 1);
};
