/** A PNG's signature (PNG, 5.2). */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Media type of a letter's picture, told from its bytes: photographs are JPEG, drawings PNG, whatever a file was called. */
export const pictureType = (bytes: Buffer): 'image/png' | 'image/jpeg' =>
  bytes.subarray(0, PNG.length).equals(PNG) ? 'image/png' : 'image/jpeg';
