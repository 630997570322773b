import { escapeHtml } from '@tamizdat/body/escape-html';

/** A file of a picture, where a page finds it. */
export interface ShownFile {
  url: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** What is shown of one picture. */
export interface ShownPicture {
  /** For `<source>`, best format first, files by ascending width. */
  sources: readonly { type: string; files: readonly ShownFile[] }[];
  /** For `<img>`. */
  fallback: ShownFile;
}

export interface PictureOptions {
  /** Empty for a decorative image. */
  alt: string;
  /** `sizes` of HTML: how wide the image is shown. */
  sizes: string;
  /** Wait until the reader comes near. */
  lazy: boolean;
}

/**
 * `sizes` of a lead picture that stands in a column so wide. Phones are told about half of what they show: a screen of
 * 430 pixels at triple density then takes the smallest file, which fits through a connection that freezes at 16 KB,
 * and shows it at one and a half times its own density at least. The next file would be sharper by nobody's eye.
 */
export function leadSizes(column: string): string {
  return `(min-width:30em) ${column},48vw`;
}

/** `<picture>` with the modern format first and a JPEG that every browser reads. */
export function pictureHtml(picture: ShownPicture, { alt, sizes, lazy }: PictureOptions): string {
  const sources = picture.sources.map(({ type, files }) => {
    const only = files.length === 1 ? files[0] : undefined;
    const set = only ? only.url : files.map(({ url, width }) => `${url} ${width}w`).join(',');
    return `<source type="${type}" srcset="${set}"${only ? '' : ` sizes="${escapeHtml(sizes)}"`}>`;
  });
  return `<picture>${sources.join('')}${fallbackHtml(picture, alt, lazy)}</picture>`;
}

/** The JPEG alone, for pages that pay for every address. */
export function fallbackHtml({ fallback }: ShownPicture, alt: string, lazy: boolean): string {
  const { url, width, height } = fallback;
  const loading = lazy ? ' loading="lazy"' : '';
  return `<img src="${url}" width="${width}" height="${height}" alt="${escapeHtml(alt)}"${loading}>`;
}

/** A figure with caption and credit, as a newspaper prints them; `href` is where its picture leads. */
export function figureHtml(
  picture: string,
  caption: string | undefined,
  credit: string | undefined,
  href?: string,
): string {
  const words = [caption, credit]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escapeHtml(part ?? ''));
  const text = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
  const shown = href === undefined ? picture : `<a href="${escapeHtml(href)}">${picture}</a>`;
  return `<figure>${shown}${text}</figure>`;
}
