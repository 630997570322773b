import { BRANDS } from './needed.ts';

/** Brand and version (ISO/IEC 14496-12, 4.3), and brands behind them that programs write. */
const BRANDS_MAX_BYTES = 64;

/** What the box `ftyp` holds, of the same length, without brands that no player knows: cameras put their makers’ there. */
export function cleanBrands(body: Buffer): Buffer {
  const clean = Buffer.from(body);
  const neutral = /^avi/.test(body.toString('latin1', 0, 4)) ? 'mif1' : 'isom';
  const end = Math.min(BRANDS_MAX_BYTES, body.length - (body.length % 4));
  for (let at = 0; at < end; at += 4) {
    // The second number is the version of the first.
    if (at !== 4 && !BRANDS.test(clean.toString('latin1', at, at + 4)))
      clean.write(neutral, at, 'latin1');
  }
  clean.fill(0, end);
  return clean.equals(body) ? body : clean;
}
