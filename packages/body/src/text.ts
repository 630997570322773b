import type { Nodes } from 'mdast';
import { HIDDEN_CONTENT } from './html-policy.ts';
import { parseHtmlTokens } from './html-tokens.ts';
import type { ParsedBody } from './parse.ts';
import { parseBody } from './parse.ts';

/** Text of raw HTML as a reader would see it: without tags and without what scripts and styles hold. */
export function textOfHtml(html: string): string {
  let hidden: string | undefined;
  let text = '';
  for (const token of parseHtmlTokens(html)) {
    if (hidden === undefined && token.kind === 'open' && HIDDEN_CONTENT.has(token.name))
      hidden = token.name;
    else if (token.kind === 'close' && token.name === hidden) hidden = undefined;
    else if (token.kind === 'text' && hidden === undefined) text += token.value;
  }
  return text;
}

const BLOCK_END: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableRow',
  'code',
  'thematicBreak',
]);
const NO_TEXT: ReadonlySet<string> = new Set([
  'image',
  'imageReference',
  'footnoteReference',
  'definition',
]);

function ownText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'html':
      return textOfHtml(node.value);
    case 'break':
      return '\n';
    default:
      return '';
  }
}

function appendText(node: Nodes, parts: string[]): void {
  if (NO_TEXT.has(node.type) || node.type === 'footnoteDefinition') return;
  if ('children' in node) for (const child of node.children) appendText(child, parts);
  else parts.push(ownText(node));
  if (node.type === 'tableCell') parts.push(' ');
  if (BLOCK_END.has(node.type)) parts.push('\n\n');
}

/** Plain text of some nodes: no images, no footnotes, blocks apart by an empty line. */
export function textOfNodes(nodes: readonly Nodes[]): string {
  const parts: string[] = [];
  for (const node of nodes) appendText(node, parts);
  return parts
    .join('')
    .replaceAll(/(?<![ \t])[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Plain text of parsed Markdown. */
export function textOfParsed(body: ParsedBody): string {
  return textOfNodes(body.blocks);
}

/**
 * Plain text of an article's Markdown, for word counts, search and summaries: blocks are apart by an
 * empty line; images, footnotes and tags are left out. A text beyond the limits comes back as written.
 */
export function textOfBody(markdown: string): string {
  const parsed = parseBody(markdown);
  return parsed.ok ? textOfParsed(parsed.body) : markdown;
}
