import { escapeHtml } from '@tamizdat/body/escape-html';
import type { TagWords } from './tag-words.ts';

const PICTURE_NAME = /(?:^|[/_-])(?:figure|fig|image|img|picture|photo)(?:$|[._-])/i;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/i;
const ID = /^[\w-]{1,80}$/;

/** Addresses of what short names stand for, by the id that follows them. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  twitter: (id) => `https://twitter.com/i/status/${id}`,
  x: (id) => `https://twitter.com/i/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
};

/**
 * What stands for a tag that is not run: a picture where it is one, with its words; else a frame, which becomes a line
 * that says where. Undefined where nobody can know without running it.
 */
export function shownInstead(words: TagWords): string | undefined {
  return pictureIn(words) ?? frameIn(words);
}

function pictureIn({ name, named, plain }: TagWords): string | undefined {
  const all = [name, ...plain];
  if (!all.slice(0, 2).some((one) => PICTURE_NAME.test(one))) return undefined;
  const given = ['src', 'image_path', 'image', 'url', 'path', 'file'].map((one) => named.get(one));
  const source =
    given.find((one) => one !== undefined && one !== '') ??
    plain.find((one) => PICTURE_FILE.test(one));
  if (source === undefined) return undefined;
  const rest = plain.slice(plain.indexOf(source) + 1);
  // A word after the file is what eleventy-img asks for.
  const alt = named.get('alt') ?? (plain.includes(source) ? rest[0] : undefined) ?? '';
  const words = ['title', 'caption', 'attr'].map((one) => named.get(one) ?? '').filter(Boolean);
  const caption =
    words.length === 0 ? '' : `<figcaption>${escapeHtml(words.join(' '))}</figcaption>`;
  return block(
    `<figure><img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">${caption}</figure>`,
  );
}

function frameIn({ name, named, plain }: TagWords): string | undefined {
  const short = name.toLowerCase().replace(/^(?:embed|lite)[-_]?/, '');
  const place = Object.hasOwn(PLACES, short) ? PLACES[short] : undefined;
  const id = named.get('id') ?? named.get('videoid') ?? plain.find((one) => ID.test(one));
  const addresses = [...named.values(), ...plain].filter((one) => /^https?:\/\/\S+$/i.test(one));
  const address =
    addresses[0] ??
    (place !== undefined && id !== undefined && ID.test(id) ? place(id) : undefined);
  return address === undefined
    ? undefined
    : block(`<iframe src="${escapeHtml(address)}"></iframe>`);
}

/** Markdown reads HTML between empty lines as it stands. */
const block = (html: string): string => `\n\n${html.replaceAll(/\s+/g, ' ')}\n\n`;
