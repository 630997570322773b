import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseBody } from '../parse.ts';
import { element, textNode } from './element.ts';
import type { RenderBodyOptions } from './options.ts';
import { buildContext, renderNodes } from './render-nodes.ts';

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
  return serialise(renderNodes(context));
}
