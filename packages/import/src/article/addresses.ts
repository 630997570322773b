import { isDeviceName, slugOf } from '@tamizdat/article-schema';
import { latinWords } from '@tamizdat/body';
import { ADDRESS_MAX, SLUG_LONGEST } from '../limits.ts';
import type { SourceArticle } from '../record.ts';
import { trimSlashes } from './trim-slashes.ts';

const PART = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The last part of an article's address: its own where it can be kept, else made of it or of the title. */
export function slugFor({ slug, url, title, key }: SourceArticle, lang: string): string {
  const last =
    plainPath(url ?? '')
      .split('/')
      .at(-1) ?? '';
  const wanted = [slug ?? '', last]
    .map((part) => latinWords(decode(part).replace(/\.(?:html?|php|aspx?)$/i, ''), lang))
    // A number alone says nothing to those who pass the address on.
    .find((part) => part !== '' && !/^\d+$/.test(part));
  const made = wanted ?? slugOf(title, lang) ?? `item-${latinWords(key, lang) || '1'}`;
  const short =
    made.length > SLUG_LONGEST ? made.slice(0, SLUG_LONGEST).replace(/-[^-]*$/, '') : made;
  const whole = short.replace(/^-|-$/g, '') || 'item';
  return isDeviceName(whole) ? `${whole}-news` : whole;
}

/** The path of an address, without what surrounds it: `2014/05/harbour`. */
export function plainPath(url: string): string {
  const path = URL.parse(url, 'https://outlet.invalid/')?.pathname ?? '';
  return trimSlashes(path).replace(/(?:^|\/)index\.(?:html?|php)$/i, '');
}

/**
 * A former address as the content writes it, where a file of the kit can stand there; undefined where only a server can
 * answer.
 * @param lang Of the edition: what stood in a folder of this name may be in the way of its pages
 */
export function formerAddress(url: string, lang: string, isFeed = false): string | undefined {
  const path = plainPath(url).replace(/\.html$/, '');
  if (URL.parse(url, 'https://outlet.invalid/')?.search || path === '') return undefined;
  if (path.length > ADDRESS_MAX) return undefined;
  const bare = isFeed ? path.replace(/\.xml$/, '') : path;
  const parts = bare.split('/');
  const isFile = parts.every((part) => PART.test(part) && !isDeviceName(part));
  // A page cannot be the index of its folder; a feed can, as a file of its own.
  const isIndex = bare === path && parts.includes('index');
  return isFile && !isIndex && parts[0] !== lang ? path : undefined;
}

/** One name of an address, however it was written: for finding what a link meant. */
export function addressKey(url: string): string {
  const parsed = URL.parse(url, 'https://outlet.invalid/');
  if (parsed === null) return url;
  const path = decode(plainPath(url)).toLowerCase();
  const id = /[?&]p=(\d+)/.exec(parsed.search)?.[1];
  return path === '' && id !== undefined ? `?p=${id}` : path;
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
