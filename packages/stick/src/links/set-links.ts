import { escapeHtml } from '@tamizdat/render';
import { relativeLink, scanHtml } from '@tamizdat/tree';

/** What links of a page are judged by. */
export interface LinkSetting {
  /** Path of the page. */
  from: string;
  /** Whether a path is on the stick. */
  has: (path: string) => boolean;
  /** Address of the site, with a slash at its end. */
  base: string;
  /** Whether what is elsewhere keeps its address. */
  links: boolean;
  /** What is said of a link that leads out. */
  away: string;
}

/** Folder of the pictures and recordings. */
export const PICTURES = 'media/';
/** How an article names a picture or recording. */
const PICTURE = 'stick:';

/**
 * Leads links to where they stand on the stick, marks those that leave it or makes words of them, and gives pictures their
 * place. What a browser would fetch from elsewhere by itself is taken out.
 * @param html Of ours: well-formed, links from the tree’s root or absolute.
 */
export function setLinks(html: string, setting: LinkSetting): string {
  const pieces: string[] = [];
  let done = 0;
  let isWords = false;
  const put = (upTo: number, instead: string, next: number): void => {
    pieces.push(html.slice(done, upTo), instead);
    done = next;
  };
  scanHtml(html, {
    openTag: ({ name, start, end, attributes }) => {
      if (name === 'a') {
        const href = attributes.get('href');
        const target = href && resolve(href.value, setting);
        isWords = target === undefined;
        if (target === undefined) put(start, '', end);
        else if (target !== '') put(start, target, end);
      } else if (['img', 'audio', 'video'].includes(name)) {
        const sources = ['src', 'poster'].flatMap((key) => attributes.get(key) ?? []);
        const isHere =
          sources.length > 0 && sources.every(({ value }) => value.startsWith(PICTURE));
        if (!isHere) put(start, '', end);
        else
          for (const source of sources.sort((one, other) => one.start - other.start))
            put(source.start, placeOf(source.value, setting), source.end);
      }
    },
    closeTag: (name, start) => {
      if (name === 'a' && isWords) put(start - 2, '', html.indexOf('>', start) + 1);
    },
  });
  return pieces.join('') + html.slice(done);
}

/** Where a picture or recording lies, from the page. */
const placeOf = (source: string, { from }: LinkSetting): string =>
  relativeLink(from, PICTURES + source.slice(PICTURE.length));

/** The tag of a link; empty where it stays as it is, undefined where its words alone stay. */
function resolve(href: string, { from, has, base, links, away }: LinkSetting): string | undefined {
  if (href.startsWith('#')) return '';
  const url = URL.parse(href, base);
  if (url === null) return undefined;
  const path = pathOf(url, base);
  if (path !== undefined && has(path))
    return `<a href="${escapeHtml(relativeLink(from, path) + url.hash)}">`;
  if (!links || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined;
  return `<a class="away" rel="noreferrer" title="${escapeHtml(away)}" href="${escapeHtml(url.href)}">`;
}

/** The path in the tree that an address of the site stands for. */
function pathOf(url: URL, base: string): string | undefined {
  const root = new URL(base);
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return undefined;
  return decode(url.pathname.slice(root.pathname.length));
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
