import type { Nodes } from 'mdast';
import type { ParsedBody } from './parse.ts';
import { placeOf, type Place } from './places.ts';

/** Where texts stand that readers see, in order; descriptions of pictures among them. */
function textPlaces(node: Nodes, markdown: string, body: ParsedBody, places: Place[]): void {
  if (node.type === 'text') {
    const place = placeOf(node, body);
    if (place) places.push(place);
  } else if (node.type === 'image') {
    const start = body.pointOf(node).offset + 2;
    const alt = node.alt ?? '';
    if (node.position && markdown.startsWith(alt, start))
      places.push({ start, end: start + alt.length });
  } else if ('children' in node && !isAddress(node)) {
    for (const child of node.children) textPlaces(child, markdown, body, places);
  }
}

/** A link whose words are its address; one of mail is kept, so that it can be asked whose it is. */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [words] = node.children;
  return words?.type === 'text' && [words.value, `https://${words.value}`].includes(node.url);
}

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');

/**
 * The Markdown with everything blanked that is no text of its readers: code, addresses, HTML, marks. Every character
 * keeps its offset.
 */
export function proseOf(markdown: string, body: ParsedBody): string {
  const places: Place[] = [];
  for (const node of body.blocks) textPlaces(node, markdown, body, places);
  places.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let end = 0;
  for (const place of places) {
    if (place.start < end) continue;
    parts.push(blank(markdown.slice(end, place.start)), markdown.slice(place.start, place.end));
    end = place.end;
  }
  return [...parts, blank(markdown.slice(end))].join('');
}
