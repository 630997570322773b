import type { ElementContent } from 'hast';
import { UNBROKEN_MAX } from '../limits.ts';
import { element, textNode } from './element.ts';

/** What lies between spaces and is longer than a column can be. */
const LONG = new RegExp(`\\S{${String(UNBROKEN_MAX)},}`, 'gu');
/** Pieces of an address, each up to a mark behind which it is usually broken; of what has no marks, some characters. */
const PIECE = /[^\s/?&=_@#:.,~%+-]{0,20}[/?&=_@#:.,~%+-]*[\p{M}\u200d\ufe0f]*/gu;
/** Characters of a piece that stands in a line of its own. */
const PIECE_MIN = 8;

/**
 * The same content with places at which a long address, a name of a file or a checksum may be broken: without them a table
 * of few columns is wider than paper, on which nothing can be scrolled. Nothing is added that a reader could copy.
 */
export function breakable(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node) => {
    if (node.type === 'text') return breakText(node.value);
    if (node.type !== 'element') return [node];
    return [{ ...node, children: breakable(node.children) }];
  });
}

function breakText(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  const add = (end: number): void => {
    if (end > at) nodes.push(textNode(text.slice(at, end)));
    at = Math.max(at, end);
  };
  for (const { 0: word, index } of text.matchAll(LONG)) {
    let place = index;
    for (const { 0: piece } of word.matchAll(PIECE)) {
      place += piece.length;
      const isApart = place - at >= PIECE_MIN && index + word.length - place >= PIECE_MIN;
      if (!isApart || piece === '') continue;
      add(place);
      nodes.push(element('wbr', {}, []));
    }
  }
  add(text.length);
  return nodes;
}
