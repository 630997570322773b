import { parseInstant } from './instant.ts';
import { buildMedia } from './media.ts';
import type { FeedChannel, FeedItem } from './model.ts';
import { buildElement } from './xml.ts';

/** Image formats RSS 2.0 allows for a channel's `image`. */
const CHANNEL_IMAGE = /\.(?:png|jpe?g|gif)$/i;

function buildChannelImage(channel: FeedChannel): string {
  if (channel.icon === undefined || !CHANNEL_IMAGE.test(channel.icon)) return '';
  const inner =
    buildElement('url', {}, channel.icon) +
    buildElement('title', {}, channel.title) +
    buildElement('link', {}, channel.home);
  return buildElement('image', {}, '', inner);
}

/** What a channel has beyond title, link, description and items. */
export function buildChannelExtensions(channel: FeedChannel): string {
  return [
    buildElement('language', {}, channel.language),
    buildElement('copyright', {}, channel.copyright),
    buildElement('lastBuildDate', {}, parseInstant(channel.updated).toUTCString()),
    buildElement('atom:link', { href: channel.self, rel: 'self', type: 'application/rss+xml' }),
    buildChannelImage(channel),
  ].join('');
}

/** What an item has beyond RSS 2.0's own elements. */
export function buildItemExtensions(item: FeedItem, channel: FeedChannel): string {
  return [
    ...item.authors.map((name) => buildElement('dc:creator', {}, name)),
    item.language === channel.language ? '' : buildElement('dc:language', {}, item.language),
    item.updated === undefined
      ? ''
      : buildElement('atom:updated', {}, parseInstant(item.updated).toISOString()),
    item.image ? buildMedia(item.image) : '',
  ].join('');
}
