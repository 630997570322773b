import { findLinkSyntax } from '../html/link-attributes.ts';
import { mapAddresses } from '../html/map-addresses.ts';
import { type HtmlAttribute, type HtmlTag, scanHtml } from '../html/scan-html.ts';
import { cleanAddress, isRootAbsolute, splitAddress } from './internal-link.ts';
import { relativeLink, resolveSegments } from './relative-link.ts';

/**
 * Makes every root-absolute internal link of a page relative to it; nothing else changes by a byte.
 *
 * @param path The page's tree path, such as `en/2026/11/22/a.html`.
 */
export function relativizeHtml(html: string, path: string): string {
  return rewriteRootLinks(html, (target) => relativeLink(path, target));
}

/**
 * Makes every root-absolute internal link absolute under `base`; with `path`, relative links too. For feeds,
 * newsletters and `404.html`, whose place is not known.
 *
 * @param base The origin base address, such as `https://example.org/` or `https://example.org/sub/`.
 * @param path The tree path of the page the HTML is taken from.
 */
export function absolutizeHtml(html: string, base: string, path?: string): string {
  const root = base.endsWith('/') ? base : `${base}/`;
  const rewrite = (target: string): string => root + writeOutPath(target);
  if (path === undefined) return rewriteRootLinks(html, rewrite);
  return rewriteLinks(html, (address) => {
    const target = resolveInternal(address, path);
    return target === undefined ? address : rewrite(target);
  });
}

function rewriteRootLinks(html: string, rewrite: (target: string) => string): string {
  return rewriteLinks(html, (address) => {
    const cleaned = cleanAddress(address);
    return isRootAbsolute(cleaned) ? rewrite(cleaned.slice(1)) : address;
  });
}

/** Gives the tree path (with query and fragment) that an internal link of the page at `path` leads to. */
function resolveInternal(address: string, path: string): string | undefined {
  const cleaned = cleanAddress(address);
  if (isRootAbsolute(cleaned)) return cleaned.slice(1);
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(cleaned)) return undefined;
  if (/^(?:[?#]|$)/.test(cleaned)) return path + cleaned;
  return path.slice(0, path.lastIndexOf('/') + 1) + cleaned;
}

function writeOutPath(target: string): string {
  const { path, suffix } = splitAddress(target);
  return resolveSegments(path).join('/') + suffix;
}

function rewriteLinks(html: string, rewrite: (address: string) => string): string {
  const pieces: string[] = [];
  let done = 0;
  scanHtml(html, {
    openTag: (tag) => {
      for (const attribute of tag.attributes.values()) {
        const value = rewriteAttribute(tag, attribute, rewrite);
        if (value === undefined) continue;
        const hadReferences = html.slice(attribute.start, attribute.end) !== attribute.value;
        pieces.push(html.slice(done, attribute.start));
        pieces.push(hadReferences ? escapeValue(value, attribute.quote) : value);
        done = attribute.end;
      }
    },
  });
  return done === 0 ? html : pieces.join('') + html.slice(done);
}

function rewriteAttribute(
  tag: HtmlTag,
  attribute: HtmlAttribute,
  rewrite: (address: string) => string,
): string | undefined {
  const syntax = findLinkSyntax(tag, attribute.name);
  if (syntax === undefined) return undefined;
  const value = mapAddresses(attribute.value, syntax, rewrite);
  return value === attribute.value ? undefined : value;
}

function escapeValue(value: string, quote: HtmlAttribute['quote']): string {
  const escaped = value.replaceAll('&', '&amp;');
  if (quote === '"') return escaped.replaceAll('"', '&quot;');
  if (quote === "'") return escaped.replaceAll("'", '&#39;');
  return escaped.replace(/[\s"'<=>`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
