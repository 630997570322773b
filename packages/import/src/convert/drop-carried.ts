import { CARRIED_CLASS } from '@tamizdat/article-schema';
import type { Element, ElementContent, Root } from 'hast';
import { attribute, elementsOf } from './parse-html.ts';

/** Takes out of a tree what an export wrote around a text. @returns the pictures that were in it */
export function dropCarried(node: Root | Element): Element[] {
  const dropped: Element[] = [];
  node.children = (node.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return true;
    if (isCarried(child)) {
      dropped.push(...elementsOf(child, 'img'));
      return false;
    }
    dropped.push(...dropCarried(child));
    return true;
  });
  return dropped;
}

const isCarried = (node: Element): boolean =>
  attribute(node, 'className').split(/\s+/).includes(CARRIED_CLASS);
