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

/** The ids of all headings: `h-` keeps them apart from the page's own ids, a number those of one wording. */
export function buildHeadingIds(
  headings: readonly Heading[],
  lang: string,
  prefix: string,
): Map<Heading, string> {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return new Map(
    headings.map((node) => {
      const base = `${prefix}h-${buildSlug(textOfNodes([node]), lang)}`;
      let count = (counts.get(base) ?? 0) + 1;
      const idOf = (): string => (count === 1 ? base : `${base}-${String(count)}`);
      while (taken.has(idOf())) count += 1;
      counts.set(base, count);
      taken.add(idOf());
      return [node, idOf()];
    }),
  );
}

export function renderHeading(node: Heading, context: RenderContext): Element {
  const id = context.headingIdOf.get(node);
  return element(
    headingTag(node.depth, context),
    id === undefined ? {} : { id },
    renderPhrasing(node.children, context),
  );
}
