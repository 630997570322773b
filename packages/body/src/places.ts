import type { Definition, Link, Nodes } from 'mdast';
import type { ParsedBody } from './parse.ts';

/** A piece of the Markdown given, offsets in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

/** Where a node stands; undefined where the parser does not say. */
export function placeOf(
  node: Nodes,
  body: Pick<ParsedBody, 'pointOf' | 'endOf'>,
): Place | undefined {
  if (node.position === undefined) return undefined;
  const place = { start: body.pointOf(node).offset, end: body.endOf(node) };
  return place.start >= 0 && place.end >= place.start ? place : undefined;
}

/**
 * Where a link’s address was written, escapes and all, without the marks around it (CommonMark 6.3, 6.5 and 4.7);
 * behind it, where its words are the address once more, these. Empty where it cannot be told.
 */
export function addressPlaces(
  node: Link | Definition,
  markdown: string,
  body: Pick<ParsedBody, 'pointOf' | 'endOf'>,
): Place[] {
  const whole = placeOf(node, body);
  if (whole === undefined) return [];
  if (node.type === 'definition') {
    const label = /^\[(?:\\.|[^\]\\])*\]:\s*/.exec(markdown.slice(whole.start, whole.end))?.[0];
    return label === undefined ? [] : destination(markdown, whole.start + label.length, whole.end);
  }
  const { start, end } = whole;
  if (markdown[start] === '<') return [{ start: start + 1, end: end - 1 }];
  if (markdown[start] !== '[') return [whole];
  const last = node.children.at(-1);
  const words = last && placeOf(last, body);
  const from = words?.end ?? start + 1;
  const opening = /^\s*\]\(\s*/.exec(markdown.slice(from, end))?.[0];
  if (opening === undefined) return [];
  const address = destination(markdown, from + opening.length, end);
  const isSame =
    words !== undefined &&
    node.children.length === 1 &&
    markdown.slice(words.start, words.end) === node.url;
  return isSame && address.length > 0 ? [...address, words] : address;
}

function destination(markdown: string, start: number, limit: number): Place[] {
  if (markdown[start] === '<') {
    const inner = /^<((?:\\.|[^<>\\\n])*)>/.exec(markdown.slice(start, limit))?.[1];
    return inner === undefined ? [] : [{ start: start + 1, end: start + 1 + inner.length }];
  }
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const sign = markdown[at] ?? '';
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
    else if (sign === ')' || /\s/.test(sign)) return [{ start, end: at }];
  }
  return [{ start, end: limit }];
}
