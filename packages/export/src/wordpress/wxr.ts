import { keepXml } from '@tamizdat/book';
import { buildElement } from '@tamizdat/feeds';
import type { LocalTime } from '../outgoing.ts';

/** An element with a text, in a line of its own. */
export const element = (name: string, text: string): string =>
  `${buildElement(name, {}, keepXml(text))}\n`;

/** The same as WordPress writes it, which its oldest readers want: no text ends the section before its end. */
export const cdata = (name: string, text: string): string =>
  `${buildElement(name, {}, '', section(text))}\n`;

/** A name that an article bears, in one of the lists of WordPress. */
export const category = (domain: string, id: string, name: string): string =>
  `${buildElement('category', { domain, nicename: id }, '', section(name))}\n`;

/** A field of a post. */
export const meta = (key: string, value: string): string =>
  `<wp:postmeta>${cdata('wp:meta_key', key)}${cdata('wp:meta_value', value)}</wp:postmeta>\n`;

const section = (text: string): string =>
  `<![CDATA[${keepXml(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** When a post appeared, in the outlet's zone and in UTC; a draft has no time in UTC. @param at Milliseconds since 1970 */
export function times(at: number, zone: string, localTime: LocalTime, isDraft: boolean): string {
  const local = localTime(at, zone).timestamp.slice(0, 19).replace('T', ' ');
  const utc = isDraft
    ? '0000-00-00 00:00:00'
    : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  return cdata('wp:post_date', local) + cdata('wp:post_date_gmt', utc);
}
