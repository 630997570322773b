import { generateAtomFeed } from 'feedsmith';
import { parseInstant } from './instant.ts';
import { buildLegalValue } from './legal-text.ts';
import type { FeedChannel, FeedImage, FeedItem } from './model.ts';

/**
 * feedsmith turns every `&apos;` of the document into `'`, inside CDATA too. In HTML another
 * reference for the same character is left alone.
 */
function buildHtml(html: string) {
  return { type: 'html', value: html.replaceAll('&apos;', '&#39;') };
}

/** Plain text; as HTML where its own characters would be taken for such a reference. */
function buildText(text: string) {
  if (!text.includes('&apos;')) return { type: 'text', value: text };
  return { type: 'html', value: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') };
}

function buildMedia(image: FeedImage) {
  const { url, type, length, width, height, alt, credit } = image;
  return {
    contents: [
      {
        url,
        type,
        fileSize: length,
        medium: 'image',
        width,
        height,
        ...(alt !== '' && { description: { value: alt, type: 'plain' } }),
        ...(credit !== '' && { credits: [{ value: credit }] }),
      },
    ],
  };
}

function buildEntry(item: FeedItem, channel: FeedChannel) {
  const { image } = item;
  const alternate = { href: item.url, rel: 'alternate', type: 'text/html' };
  const enclosure = image && {
    href: image.url,
    rel: 'enclosure',
    type: image.type,
    length: image.length,
  };
  return {
    id: item.id,
    title: buildText(item.title),
    links: enclosure ? [alternate, enclosure] : [alternate],
    published: parseInstant(item.published),
    updated: parseInstant(item.updated ?? item.published),
    authors: item.authors.map((name) => ({ name })),
    categories: item.categories.map((term) => ({ term })),
    ...(item.summary !== '' && { summary: buildText(item.summary) }),
    content: buildHtml(item.contentHtml),
    ...(image && { media: buildMedia(image) }),
    ...(item.language !== channel.language && { xml: { lang: item.language } }),
  };
}

/**
 * An Atom 1.0 document (RFC 4287) with full text, the items in the order given. An entry without
 * authors has the feed's, which is the channel by its title.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export function buildAtom(channel: FeedChannel, items: FeedItem[]): string {
  const legal = buildLegalValue(channel);
  return generateAtomFeed({
    id: legal.id,
    title: buildText(legal.title),
    subtitle: buildText(legal.description),
    updated: parseInstant(legal.updated),
    links: [
      { href: legal.self, rel: 'self', type: 'application/atom+xml' },
      { href: legal.home, rel: 'alternate', type: 'text/html', hreflang: legal.language },
    ],
    authors: [{ name: legal.title, uri: legal.home }],
    rights: buildText(legal.copyright),
    ...(legal.icon !== undefined && { icon: legal.icon }),
    xml: { lang: legal.language },
    entries: buildLegalValue(items).map((item) => buildEntry(item, legal)),
  });
}
