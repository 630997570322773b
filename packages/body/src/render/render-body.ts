import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Heading, Nodes } from 'mdast';
import type { ParsedBody } from '../parse.ts';
import { parseBody } from '../parse.ts';
import { renderBlocks } from './blocks.ts';
import type { RenderContext } from './context.ts';
import { element, textNode } from './element.ts';
import { passThrough } from './gate.ts';
import { buildHeadingIds } from './heading.ts';
import { renderNotes } from './notes.ts';
import type { RenderBodyOptions } from './options.ts';

function listHeadings(nodes: readonly Nodes[]): Heading[] {
  return nodes.flatMap((node) => {
    if (node.type === 'heading') return [node];
    return node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition'
      ? listHeadings(node.children)
      : [];
  });
}

function buildContext(body: ParsedBody, options: RenderBodyOptions): RenderContext {
  const prefix = (options.fragment ?? '').replaceAll(/[^A-Za-z0-9-]/g, '');
  const headingIdOf = buildHeadingIds(listHeadings(body.blocks), options.lang, prefix);
  const headingIds = new Set(headingIdOf.values());
  const sources = new Map(options.sources.map((source) => [source.id.toLowerCase(), source]));
  return {
    body,
    options,
    prefix,
    notes: new Map(),
    sources,
    headingIds,
    headingIdOf,
    figures: new Set(),
    displaced: [],
  };
}

/** Joins blocks by line ends: readable source, and plain text stays apart when tags are taken out. */
function serialise(nodes: ElementContent[]): string {
  const children = nodes.flatMap((node, index) => (index === 0 ? [node] : [textNode('\n'), node]));
  return toHtml(
    { type: 'root', children },
    { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } },
  );
}

function renderPlain(markdown: string): string {
  const paragraphs = markdown
    .split(/(?:\r\n|\r|\n)[\t ]*(?:\r\n|\r|\n)\s*/)
    .filter((text) => text.trim() !== '');
  return serialise(paragraphs.map((text) => element('p', {}, [textNode(text)])));
}

/**
 * Renders an article's Markdown as an HTML fragment for the page and the feeds. Safe whatever the text
 * holds: only listed elements and attributes are written, links have listed schemes, images go through
 * `options.picture`. A text beyond limits.ts comes out as plain paragraphs. Deterministic; never throws.
 */
export function renderBody(markdown: string, options: RenderBodyOptions): string {
  const parsed = parseBody(markdown);
  if (!parsed.ok) return renderPlain(markdown);
  const context = buildContext(parsed.body, options);
  const text = renderBlocks(parsed.body.blocks, context);
  return serialise(passThrough([...text, ...renderNotes(context)], context));
}
