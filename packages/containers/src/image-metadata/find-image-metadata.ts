import { findAvifMetadata } from './avif.ts';
import { findGifMetadata } from './gif.ts';
import { findJpegMetadata } from './jpeg.ts';
import { findPngMetadata } from './png.ts';
import { hasAscii } from './read-bytes.ts';
import { findWebpMetadata } from './webp.ts';

/**
 * Lists what an image carries besides its picture and colour profile: `EXIF`, `XMP`, `IPTC`, comments, texts, bytes
 * after its end. Looks at the container alone, whatever the file's name; never decodes pixels.
 * Other files than JPEG, PNG, WebP, AVIF, GIF and TIFF give an empty list.
 */
export function findImageMetadata(bytes: Uint8Array): string[] {
  const find = chooseFormat(bytes);
  return find ? [...new Set(find(bytes))].sort() : [];
}

function chooseFormat(bytes: Uint8Array): ((bytes: Uint8Array) => Iterable<string>) | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return findJpegMetadata;
  if (hasAscii(bytes, 0, '\x89PNG\r\n\x1a\n')) return findPngMetadata;
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return findWebpMetadata;
  if (hasAscii(bytes, 4, 'ftyp')) return findAvifMetadata;
  if (hasAscii(bytes, 0, 'GIF8')) return findGifMetadata;
  // A TIFF file is the container EXIF itself uses: picture and metadata cannot be told apart.
  if (hasAscii(bytes, 0, 'II*\0') || hasAscii(bytes, 0, 'MM\0*')) return () => ['EXIF'];
  return undefined;
}
