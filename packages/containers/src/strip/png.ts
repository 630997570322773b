const SIGNATURE_BYTES = 8;

/** Ancillary chunks that the picture needs to look as it does (PNG, third edition, 11.3); text, times and EXIF are none. */
const SHOWN = new Set([
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'pHYs',
  'bKGD',
  'sPLT',
  'hIST',
]);

/** A PNG file without what it says besides the picture, and without what stands behind its end. Undefined where it is cut off. */
export function stripPng(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)];
  let offset = SIGNATURE_BYTES;
  while (offset + 12 <= bytes.length) {
    const end = offset + 12 + bytes.readUInt32BE(offset);
    const type = bytes.toString('latin1', offset + 4, offset + 8);
    // A moving picture would lose its frames.
    if (end > bytes.length || type === 'acTL') return undefined;
    // A capital first letter: a decoder cannot do without it.
    if (/^[A-Z]/.test(type) || SHOWN.has(type)) kept.push(bytes.subarray(offset, end));
    if (type === 'IEND') return Buffer.concat(kept);
    offset = end;
  }
  return undefined;
}
