import { EXIF_MAX_BYTES, HEADER_PARTS_MAX } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import type { HeaderFacts } from './header-facts.ts';
import { emptyHeader } from './header-facts.ts';

/** Chunks that say something besides the picture (PNG, third edition, 11.3). */
const WORDS: Readonly<Record<string, string>> = {
  eXIf: 'EXIF',
  iTXt: 'comment',
  tEXt: 'comment',
  tIME: 'date of change',
  zTXt: 'comment',
};
const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** Walks the chunks of a PNG file to its end. */
export async function readPngHeader(source: ByteSource): Promise<HeaderFacts> {
  const facts = emptyHeader();
  let offset = 8;
  for (let part = 0; part < HEADER_PARTS_MAX; part += 1) {
    const head = await source.read(offset, 8 + XMP_KEYWORD.length);
    if (head.length < 8) break;
    const length = head.readUInt32BE(0);
    const type = head.subarray(4, 8).toString('latin1');
    if (type === 'IEND') return { ...facts, complete: offset + 12 <= source.size };
    if (type === 'acTL') facts.animated = true;
    if (type === 'IHDR' && head.length >= 16) {
      facts.size = { width: head.readUInt32BE(8), height: head.readUInt32BE(12) };
    }
    const word = Object.hasOwn(WORDS, type) ? WORDS[type] : undefined;
    const isXmp = type === 'iTXt' && head.subarray(8).toString('latin1') === XMP_KEYWORD;
    if (word !== undefined) facts.metadata.add(isXmp ? 'XMP' : word);
    if (type === 'eXIf' && length <= EXIF_MAX_BYTES)
      facts.exif = Buffer.from(await source.read(offset + 8, length));
    offset += 12 + length;
  }
  return { ...facts, complete: false };
}
