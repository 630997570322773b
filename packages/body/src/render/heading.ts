import type { Element } from 'hast';
import type { Heading } from 'mdast';
import { buildSlug } from '../slug.ts';
import { textOfNodes } from '../text.ts';
import type { RenderContext } from './context.ts';
import { element } from './element.ts';
import { renderPhrasing } from './inline.ts';

/** The page's h1 is the headline, so a text begins at h2; HTML ends at h6. */
export function headingTag(depth: number, { options }: RenderContext): string {
  return `h${String(Math.min(6, Math.max(2, Math.max(2, depth) + (options.headings?.shift ?? 0))))}`;
}

/** The id of each heading, in order: `h-` keeps them apart from the page's own ids. */
export function buildHeadingId(
  node: Heading,
  lang: string,
  prefix: string,
  taken: Set<string>,
): string {
  const base = `${prefix}h-${buildSlug(textOfNodes([node]), lang)}`;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${String(count)}`;
  taken.add(id);
  return id;
}

export function renderHeading(node: Heading, context: RenderContext): Element {
  const id = context.headingIdOf.get(node);
  return element(
    headingTag(node.depth, context),
    id === undefined ? {} : { id },
    renderPhrasing(node.children, context),
  );
}
