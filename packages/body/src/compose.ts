import type { Html, Nodes } from 'mdast';
import { parseBody, type ParsedBody } from './parse.ts';
import { addressPlaces, placeOf, type Place } from './places.ts';

/** An address of another site: what is written there is what that site calls it, letter by letter. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:/i;

/** Addresses in a text that is no Markdown. */
const ADDRESSES = /(https?:\/\/[^\s"'<>]+)/;
const EACH_ADDRESS = new RegExp(ADDRESSES, 'g');

/** A field’s text whose letters are encoded whole, but for addresses of other sites. */
export function composeField(text: string): string {
  // Every second part is what stood in the brackets.
  const parts = text.split(ADDRESSES);
  return parts.map((part, at) => (at % 2 === 1 ? part : part.normalize('NFC'))).join('');
}

/**
 * A Markdown text whose letters are encoded whole (Unicode’s form NFC), but for code, which is quoted as it is, and addresses
 * of other sites, which would lead elsewhere. A text beyond limits.ts is whole everywhere.
 */
export function composeBody(markdown: string): string {
  const whole = markdown.normalize('NFC');
  if (whole === markdown) return markdown;
  const parsed = parseBody(markdown);
  if (!parsed.ok) return whole;
  const places: Place[] = [];
  for (const node of parsed.body.blocks) keptPlaces(node, markdown, parsed.body, places);
  places.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let end = 0;
  for (const place of places) {
    if (place.start < end) continue;
    parts.push(markdown.slice(end, place.start).normalize('NFC'));
    parts.push(markdown.slice(place.start, place.end));
    end = place.end;
  }
  return [...parts, markdown.slice(end).normalize('NFC')].join('');
}

function keptPlaces(node: Nodes, markdown: string, body: ParsedBody, places: Place[]): void {
  if (node.type === 'code' || node.type === 'inlineCode') {
    const place = placeOf(node, body);
    if (place) places.push(place);
  } else if ((node.type === 'link' || node.type === 'definition') && ELSEWHERE.test(node.url))
    places.push(...addressPlaces(node, markdown, body));
  else if (node.type === 'html') places.push(...placesInHtml(node, markdown, body));
  if ('children' in node)
    for (const child of node.children) keptPlaces(child, markdown, body, places);
}

/** Addresses of other sites in tags that were written as HTML. */
function placesInHtml(node: Html, markdown: string, body: ParsedBody): Place[] {
  const whole = placeOf(node, body);
  if (whole === undefined) return [];
  return Array.from(
    markdown.slice(whole.start, whole.end).matchAll(EACH_ADDRESS),
    ({ 0: address, index }) => ({
      start: whole.start + index,
      end: whole.start + index + address.length,
    }),
  );
}
