import { drawIcon } from '@tamizdat/media';
import type { IconSize } from './icon-address.ts';

/** Pixels of the favicon. */
const FAVICON = 32;
/** Ground of the icon on a home screen, where iOS would put black. */
const PAPER = '#fffefb';

/** The mark as a square PNG. Deterministic on one platform: no text, no metadata. */
export async function iconPng(mark: string, size: IconSize | typeof FAVICON): Promise<Buffer> {
  return drawIcon(mark, size, size === 180 ? PAPER : undefined);
}

/** The mark as an ICO file with one PNG in it (six bytes of header, sixteen of directory). */
export async function faviconIco(mark: string): Promise<Buffer> {
  const png = await iconPng(mark, FAVICON);
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(FAVICON, 6);
  header.writeUInt8(FAVICON, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
