import type { HtmlTag } from './scan-html.ts';

/** How an attribute's value holds addresses. */
export type LinkSyntax = 'url' | 'srcset' | 'refresh';

const ANY = undefined;

/** Attributes that hold addresses, with the elements they do so on (WHATWG HTML, index of attributes; SVG 2, linking). */
const LINK_ATTRIBUTES: ReadonlyMap<
  string,
  { syntax: LinkSyntax; on: readonly string[] | undefined }
> = new Map([
  ['href', { syntax: 'url', on: ANY }],
  ['xlink:href', { syntax: 'url', on: ANY }],
  ['src', { syntax: 'url', on: ANY }],
  ['srcset', { syntax: 'srcset', on: ANY }],
  ['imagesrcset', { syntax: 'srcset', on: ['link'] }],
  ['poster', { syntax: 'url', on: ['video'] }],
  ['action', { syntax: 'url', on: ['form'] }],
  ['formaction', { syntax: 'url', on: ['button', 'input'] }],
  ['data', { syntax: 'url', on: ['object'] }],
  ['cite', { syntax: 'url', on: ['blockquote', 'q', 'ins', 'del'] }],
  ['content', { syntax: 'refresh', on: ['meta'] }],
]);

/** Gives the syntax in which `attribute` of `tag` holds addresses, or undefined when it holds none. */
export function findLinkSyntax(tag: HtmlTag, attribute: string): LinkSyntax | undefined {
  const entry = LINK_ATTRIBUTES.get(attribute);
  if (!entry || (entry.on && !entry.on.includes(tag.name))) return undefined;
  if (entry.syntax === 'refresh' && !isRefresh(tag)) return undefined;
  return entry.syntax;
}

function isRefresh(tag: HtmlTag): boolean {
  return tag.attributes.get('http-equiv')?.value.toLowerCase() === 'refresh';
}
