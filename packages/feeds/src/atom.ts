import { directItem } from './direction.ts';
import { parseInstant } from './instant.ts';
import { buildLegalValue } from './legal-text.ts';
import { buildMedia } from './media.ts';
import type { FeedChannel, FeedImage, FeedItem } from './model.ts';
import { shownIri } from './shown-id.ts';
import { buildElement } from './xml.ts';

function buildDate(name: string, instant: string): string {
  return buildElement(name, {}, parseInstant(instant).toISOString());
}

function buildEnclosure({ url, type, length }: FeedImage): string {
  return buildElement('link', { rel: 'enclosure', href: url, type, length });
}

function buildEntry(item: FeedItem, channel: FeedChannel): string {
  const language = item.language === channel.language ? {} : { 'xml:lang': item.language };
  const inner = [
    buildElement('id', {}, shownIri(item)),
    buildElement('title', {}, item.title),
    buildElement('link', { rel: 'alternate', href: item.url, type: 'text/html' }),
    item.image ? buildEnclosure(item.image) : '',
    buildDate('published', item.published),
    buildDate('updated', item.updated ?? item.published),
    ...item.authors.map((name) => buildElement('author', {}, '', buildElement('name', {}, name))),
    ...item.categories.map((term) => buildElement('category', { term })),
    item.summary === '' ? '' : buildElement('summary', {}, item.summary),
    buildElement('content', { type: 'html' }, item.contentHtml),
    item.image ? buildMedia(item.image) : '',
  ];
  return buildElement('entry', language, '', inner.join(''));
}

function buildHead(channel: FeedChannel): string {
  const { self, home, language } = channel;
  const name = buildElement('name', {}, channel.title) + buildElement('uri', {}, home);
  return [
    buildElement('id', {}, channel.id),
    buildElement('title', {}, channel.title),
    buildElement('subtitle', {}, channel.description),
    buildElement('link', { rel: 'self', href: self, type: 'application/atom+xml' }),
    buildElement('link', { rel: 'alternate', href: home, type: 'text/html', hreflang: language }),
    buildDate('updated', channel.updated),
    buildElement('author', {}, '', name),
    buildElement('rights', {}, channel.copyright),
    channel.icon === undefined ? '' : buildElement('icon', {}, channel.icon),
  ].join('');
}

/**
 * An Atom 1.0 document (RFC 4287) with full text, the items in the order given. An entry without
 * authors has the feed's, which is the channel by its title.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export function buildAtom(channel: FeedChannel, items: FeedItem[]): string {
  const legal = buildLegalValue(channel);
  const entries = buildLegalValue(items).map((item) => buildEntry(directItem(item), legal));
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
    'xml:lang': legal.language,
  };
  const feed = buildElement('feed', attributes, '', buildHead(legal) + entries.join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>${feed}`;
}
