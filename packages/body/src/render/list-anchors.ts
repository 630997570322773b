import type { ElementContent } from 'hast';
import { parseBody } from '../parse.ts';
import { resolveFragment } from './inline.ts';
import type { RenderBodyOptions } from './options.ts';
import { buildContext, renderNodes } from './render-nodes.ts';

/** The places of a text that links can lead to. */
export interface BodyAnchors {
  /** Ids of the HTML that `renderBody` gives. */
  ids: ReadonlySet<string>;
  /** The id that a link of this text to `#fragment` leads to; headings are found without their `h-`. */
  resolve: (fragment: string) => string;
}

/** What `renderBody` gives to link to, under the same options. Never throws. */
export function listAnchors(
  markdown: string,
  options: Pick<RenderBodyOptions, 'lang' | 'sources' | 'fragment'>,
): BodyAnchors {
  const parsed = parseBody(markdown);
  if (!parsed.ok) return { ids: new Set(), resolve: (fragment) => fragment };
  const words = { sources: '', backToText: '', archived: '' };
  const context = buildContext(parsed.body, { ...options, words });
  const ids = new Set<string>();
  collectIds(renderNodes(context), ids);
  return { ids, resolve: (fragment) => resolveFragment(fragment, context) };
}

function collectIds(nodes: readonly ElementContent[], ids: Set<string>): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (typeof node.properties['id'] === 'string') ids.add(node.properties['id']);
    collectIds(node.children, ids);
  }
}
