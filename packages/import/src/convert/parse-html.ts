import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { HTML_DEPTH_MAX } from '../limits.ts';

/** Parses HTML as browsers do; undefined where it is nested beyond reason. */
export function parseHtml(html: string): Root | undefined {
  if (html.split('<').length > 200_000) return undefined;
  const root = fromHtml(html, { fragment: true });
  return isDeep(root) ? undefined : root;
}

function isDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > HTML_DEPTH_MAX) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/** The words of HTML, as they are read: white space as one space, without what is never shown. */
export function plainText(html: string): string {
  const root = parseHtml(html);
  return root === undefined ? '' : textOf(root).replaceAll(/\s+/g, ' ').trim();
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head']);
/** Words on both sides of these are two words. */
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|tr|td|th|table|blockquote|figure|figcaption|br|hr|section|article|dt|dd|pre|iframe)$/;

/** The words of a tree, with a space where a block begins or ends. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && SILENT.has(node.tagName)) return '';
  const inner = node.children.map(textOf).join('');
  return node.type === 'element' && BLOCK.test(node.tagName) ? ` ${inner} ` : inner;
}

/** Whether a node is an element of this name. */
export const isElement = (node: Nodes, ...names: string[]): node is Element =>
  node.type === 'element' && (names.length === 0 || names.includes(node.tagName));

/** A text attribute; empty where there is none. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '';
}

/** All elements below a node, in reading order. */
export function elementsOf(node: Nodes, ...names: string[]): Element[] {
  const inner = 'children' in node ? node.children.flatMap((one) => elementsOf(one, ...names)) : [];
  return isElement(node, ...names) ? [node, ...inner] : inner;
}
