import type { InBoth } from '../in-both.ts';
import { readAvifHeader } from './avif.ts';
import type { ByteSource } from './byte-source.ts';
import { readGifHeader } from './gif.ts';
import type { HeaderFacts } from './header-facts.ts';
import { readJpegHeader } from './jpeg.ts';
import { readPngHeader } from './png.ts';
import { readWebpHeader } from './webp.ts';

export interface Format {
  name: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';
  /** Matches the file's first bytes, one character a byte. */
  magic: RegExp;
  read: (source: ByteSource) => Promise<HeaderFacts>;
}

/** Formats that are taken. A file is what its first bytes say, whatever its name. */
export const FORMATS: readonly Format[] = [
  { name: 'jpeg', magic: /^\xff\xd8\xff/, read: readJpegHeader },
  { name: 'png', magic: /^\x89PNG\r\n\x1a\n/, read: readPngHeader },
  { name: 'webp', magic: /^RIFF[^]{4}WEBP/, read: readWebpHeader },
  { name: 'avif', magic: /^[^]{4}ftyp(?:avif|avis|mif1|msf1)/, read: readAvifHeader },
  { name: 'gif', magic: /^GIF8[79]a/, read: readGifHeader },
];

/** Words for what people put in place of a picture. */
const OTHERS: readonly { magic: RegExp; name: InBoth }[] = [
  { magic: /^PK\x03\x04/, name: { en: 'a zip archive', ru: 'архив zip' } },
  { magic: /^%PDF/, name: { en: 'a PDF document', ru: 'документ PDF' } },
  {
    magic: /^[^]{4}ftyphei[cx]/,
    name: {
      en: 'an HEIC photo (set the camera to “most compatible”, or export a JPEG)',
      ru: 'фотография HEIC (включите в камере «наиболее совместимый» формат или сохраните как JPEG)',
    },
  },
  {
    magic: /^(?:II\*\0|MM\0\*)/,
    name: { en: 'a TIFF or raw photo', ru: 'фотография TIFF или RAW' },
  },
  { magic: /^[^]{4}ftyp/, name: { en: 'a video', ru: 'видео' } },
  {
    magic: /^\s*(?:<\?xml|<!--|<!DOCTYPE|<svg)/i,
    name: {
      en: 'SVG or another document, which may carry scripts',
      ru: 'SVG или другой документ, в котором могут быть скрипты',
    },
  },
  {
    magic: /^version https:\/\/git-lfs/,
    name: {
      en: 'a Git LFS pointer (run git lfs pull)',
      ru: 'указатель Git LFS (выполните git lfs pull)',
    },
  },
];

export function nameOther(start: string): InBoth {
  return (
    OTHERS.find(({ magic }) => magic.test(start))?.name ?? {
      en: 'not a picture',
      ru: 'не картинка',
    }
  );
}
