const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;

/**
 * A JPEG file without what it says besides the picture: application segments but JFIF’s, the colour
 * profile and Adobe’s colour transform, comments, and whatever stands behind its end (ITU-T T.81,
 * annex B; JFIF; ICC.1, annex B.4). The picture’s own bytes stay. Undefined where it is cut off.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept = [bytes.subarray(0, 2)];
  let offset = 2;
  while (offset + 4 <= bytes.length || bytes[offset + 1] === EOI) {
    const marker = bytes[offset + 1];
    if (bytes[offset] !== 0xff || marker === undefined) return undefined;
    if (marker === 0xff) {
      offset += 1; // Fill bytes may stand before a marker.
      continue;
    }
    if (marker === EOI) return Buffer.concat([...kept, bytes.subarray(offset, offset + 2)]);
    const end = offset + 2 + bytes.readUInt16BE(offset + 2);
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    if (isPicture(marker, bytes.subarray(offset + 4, end))) kept.push(bytes.subarray(offset, next));
    offset = next;
  }
  return undefined;
}

/** Where entropy-coded data ends: at a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function isPicture(marker: number, data: Buffer): boolean {
  const says = (name: string) => data.toString('latin1', 0, name.length) === name;
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return says('JFIF\0');
  if (marker === 0xe2) return says('ICC_PROFILE\0');
  return marker === 0xee && says('Adobe');
}
