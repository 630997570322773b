import type { Element, ElementContent, Root } from 'hast';
import { type Counts, count } from './mend-text.ts';
import { attribute, elementsOf } from './parse-html.ts';

/** Where buttons of Substack lead that ask for a subscription, a share or a comment, placeholders included. */
const ASKS =
  /%%(?:share|checkout|subscribe)_url%%|\/subscribe(?:[/?#]|$)|[?&]action=share\b|\/comments(?:[?#]|$)/;

const classesOf = (node: Element): string[] => attribute(node, 'className').split(/\s+/);

/** Takes Substack’s forms and buttons out of a tree, and gives its notes the shape that notes have elsewhere. */
export function takeSubstackParts(root: Root, counts: Counts): void {
  dropAsking(root, counts);
  for (const note of elementsOf(root, 'div')) {
    if (!classesOf(note).includes('footnote')) continue;
    const number = note.children.find((child) => child.type === 'element' && child.tagName === 'a');
    const id = number?.type === 'element' ? attribute(number, 'id') : '';
    if (id === '' || attribute(note, 'id') !== '') continue;
    note.properties = { ...note.properties, id };
  }
}

function dropAsking(node: Root | Element, counts: Counts): void {
  node.children = (node.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return true;
    if (!isAsking(child)) {
      dropAsking(child, counts);
      return true;
    }
    count(counts, 'dropped: forms and buttons of Substack');
    return false;
  });
}

function isAsking(node: Element): boolean {
  const classes = classesOf(node);
  if (classes.includes('subscription-widget-wrap') || classes.includes('subscription-widget'))
    return true;
  return (
    classes.includes('button-wrapper') &&
    elementsOf(node, 'a').some((link) => ASKS.test(attribute(link, 'href')))
  );
}
