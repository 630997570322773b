import type { InBoth } from '@tamizdat/problem';

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

/** What a file is that is no picture, by its first bytes, one character a byte. */
export function nameOther(start: string): InBoth {
  return (
    OTHERS.find(({ magic }) => magic.test(start))?.name ?? {
      en: 'not a picture',
      ru: 'не картинка',
    }
  );
}
