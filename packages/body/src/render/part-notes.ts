import type { Element, ElementContent } from 'hast';
import { textNode } from './element.ts';

/**
 * Puts a comma between a note’s number and a raised one just before it that stands in another element: “**word[^1]**[^2]”
 * would read as note 12, “m<sup>2</sup>[^1]” and “m²[^1]” as m²¹, wherever a page is copied to.
 */
export function partNotes(nodes: readonly ElementContent[]): void {
  let before: ElementContent | undefined;
  for (const node of nodes) {
    if (node.type === 'element') partNotes(node.children);
    const last = raisedAt(before, -1);
    const next = raisedAt(node, 0);
    const isRaised = last !== undefined || RAISED.test(textAtEnd(before));
    if (isRaised && next && ((last && isNote(last)) || isNote(next)))
      next.children.unshift(textNode(', '));
    before = node;
  }
}

/** The raised text with which an element begins (0) or ends (-1). */
function raisedAt(node: ElementContent | undefined, side: 0 | -1): Element | undefined {
  if (node?.type !== 'element') return undefined;
  return node.tagName === 'sup' ? node : raisedAt(node.children.at(side), side);
}

/** Digits that are raised by themselves. */
const RAISED = /[²³¹⁰⁴-⁹]$/;

function textAtEnd(node: ElementContent | undefined): string {
  if (node?.type === 'element') return textAtEnd(node.children.at(-1));
  return node?.type === 'text' ? node.value : '';
}

const isNote = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && child.properties['role'] === 'doc-noteref');
