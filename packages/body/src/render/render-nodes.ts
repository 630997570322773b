import type { ElementContent } from 'hast';
import type { Heading, Nodes } from 'mdast';
import type { ParsedBody } from '../parse.ts';
import { renderBlocks } from './blocks.ts';
import type { RenderContext } from './context.ts';
import { passThrough } from './gate.ts';
import { buildHeadingIds } from './heading.ts';
import { renderNotes } from './notes.ts';
import type { RenderBodyOptions } from './options.ts';
import { partNotes } from './part-notes.ts';

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

/** State to render one body with. */
export function buildContext(body: ParsedBody, options: RenderBodyOptions): RenderContext {
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

/** All of a body: its text and the notes after it, past the gate. */
export function renderNodes(context: RenderContext): ElementContent[] {
  const text = renderBlocks(context.body.blocks, context);
  const all = [...text, ...renderNotes(context)];
  partNotes(all);
  return passThrough(all, context);
}
