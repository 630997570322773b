import { findLinkSyntax } from '../html/link-attributes.ts';
import { findAddressSpans } from '../html/map-addresses.ts';
import { type HtmlTag, scanHtml } from '../html/scan-html.ts';
import { cleanAddress } from '../links/internal-link.ts';

/** What a browser loads for an address in the page; the part of a policy that governs it. */
export type ResourceKind =
  | 'image'
  | 'media'
  | 'style'
  | 'script'
  | 'font'
  | 'frame'
  | 'object'
  | 'manifest'
  | 'fetch'
  | 'form'
  | 'link';

export interface PageAddress {
  kind: ResourceKind;
  /** As a browser reads it: decoded, without surrounding white space. */
  address: string;
  tag: HtmlTag;
  attribute: string;
  /** Offset of the attribute's value in the page. */
  offset: number;
}

export interface InlineText {
  text: string;
  /** Offset of the element. */
  offset: number;
  tag: HtmlTag;
}

/** All that policy and checks ask of a page, from one walk over it. */
export interface PageInventory {
  tags: HtmlTag[];
  addresses: PageAddress[];
  styles: InlineText[];
  /** Inline scripts that run; data blocks such as JSON-LD are not among them. */
  scripts: InlineText[];
  /** Inline data blocks, such as JSON-LD. */
  dataBlocks: InlineText[];
}

/** Walks a page once and lists its elements, addresses and inline texts. */
export function takeInventory(html: string): PageInventory {
  const inventory: PageInventory = {
    tags: [],
    addresses: [],
    styles: [],
    scripts: [],
    dataBlocks: [],
  };
  let inline: InlineText | undefined;
  scanHtml(html, {
    openTag: (tag) => {
      inventory.tags.push(tag);
      inventory.addresses.push(...listAddresses(tag));
      inline = openInline(tag);
      if (inline) chooseList(inventory, tag).push(inline);
    },
    closeTag: () => (inline = undefined),
    text: (text) => {
      if (inline) inline.text += text;
    },
  });
  return inventory;
}

function openInline(tag: HtmlTag): InlineText | undefined {
  const isInline = tag.name === 'style' || (tag.name === 'script' && !tag.attributes.has('src'));
  return isInline ? { text: '', offset: tag.start, tag } : undefined;
}

function chooseList(inventory: PageInventory, tag: HtmlTag): InlineText[] {
  if (tag.name === 'style') return inventory.styles;
  return isDataBlock(tag) ? inventory.dataBlocks : inventory.scripts;
}

/** WHATWG HTML, "script", the `type` attribute: these types run or steer the browser, all others are data. */
const ACTIVE_TYPE =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/;

function isDataBlock(tag: HtmlTag): boolean {
  const type = tag.attributes.get('type')?.value.trim().toLowerCase() ?? '';
  return !ACTIVE_TYPE.test(type);
}

function listAddresses(tag: HtmlTag): PageAddress[] {
  const addresses: PageAddress[] = [];
  for (const { name, value, start } of tag.attributes.values()) {
    const syntax = findLinkSyntax(tag, name);
    if (syntax === undefined) continue;
    const kind = classifyAddress(tag, name);
    for (const span of findAddressSpans(value, syntax)) {
      const address = cleanAddress(value.slice(span.start, span.end));
      addresses.push({ kind, address, tag, attribute: name, offset: start });
    }
  }
  return addresses;
}

const KIND_BY_ELEMENT: ReadonlyMap<string, ResourceKind> = new Map([
  ['img', 'image'],
  ['image', 'image'],
  ['feimage', 'image'],
  ['input', 'image'],
  ['use', 'image'],
  ['audio', 'media'],
  ['video', 'media'],
  ['track', 'media'],
  ['script', 'script'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['embed', 'object'],
  ['object', 'object'],
]);

const KIND_BY_PRELOAD: ReadonlyMap<string, ResourceKind> = new Map([
  ['image', 'image'],
  ['audio', 'media'],
  ['video', 'media'],
  ['track', 'media'],
  ['style', 'style'],
  ['script', 'script'],
  ['worker', 'script'],
  ['font', 'font'],
  ['fetch', 'fetch'],
]);

function classifyAddress(tag: HtmlTag, attribute: string): ResourceKind {
  if (attribute === 'action' || attribute === 'formaction') return 'form';
  if (attribute === 'cite') return 'link';
  if (attribute === 'poster' || attribute === 'srcset') return 'image';
  if (tag.name === 'link') return classifyLinkElement(tag);
  if (tag.name === 'source') return 'media';
  return KIND_BY_ELEMENT.get(tag.name) ?? 'link';
}

function classifyLinkElement(tag: HtmlTag): ResourceKind {
  const rel = new Set((tag.attributes.get('rel')?.value ?? '').toLowerCase().split(/\s+/));
  const as = tag.attributes.get('as')?.value.toLowerCase() ?? '';
  if (rel.has('stylesheet')) return 'style';
  if (rel.has('icon') || rel.has('apple-touch-icon') || rel.has('mask-icon')) return 'image';
  if (rel.has('manifest')) return 'manifest';
  if (rel.has('modulepreload')) return 'script';
  if (rel.has('preload')) return KIND_BY_PRELOAD.get(as) ?? 'fetch';
  if (rel.has('prefetch') || rel.has('prerender')) return 'fetch';
  if (rel.has('preconnect') || rel.has('dns-prefetch')) return 'fetch';
  return 'link';
}
