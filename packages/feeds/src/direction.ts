import type { FeedItem } from './model.ts';
import { buildElement, escapeText } from './xml.ts';

/** RIGHT-TO-LEFT MARK: a strong character of that direction that is not seen. */
const RIGHT_TO_LEFT_MARK = '\u200F';
/** Letters of scripts written from right to left (Unicode blocks of Hebrew, Arabic, Syriac, Thaana, N’Ko …). */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * An item whose texts say in which direction they run. No feed format has a place for it, and readers show an item on
 * a page of their own: the full text gets an element with `dir`, which readers that clean HTML keep. Plain texts cannot
 * hold elements; readers take their direction from the first letter, so one that begins with a foreign word gets a mark
 * before it (W3C, Strings on the Web, 4.1). Items from left to right stay as they are.
 */
export function directItem(item: FeedItem): FeedItem {
  if (item.direction !== 'rtl') return item;
  return {
    ...item,
    title: directText(item.title),
    summary: directText(item.summary),
    contentHtml: directHtml(item.contentHtml, item),
  };
}

/** A standfirst as the HTML of an RSS description. */
export function directSummary({ summary, ...item }: FeedItem): string {
  return directHtml(escapeText(summary), item);
}

function directHtml(
  html: string,
  { direction, language }: Pick<FeedItem, 'direction' | 'language'>,
) {
  if (direction !== 'rtl' || html === '') return html;
  return buildElement('div', { dir: direction, lang: language }, '', html);
}

function directText(text: string): string {
  const first = /\p{L}/u.exec(text)?.[0];
  return first === undefined || RIGHT_TO_LEFT.test(first) ? text : RIGHT_TO_LEFT_MARK + text;
}
