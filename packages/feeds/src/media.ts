import type { FeedImage } from './model.ts';
import { buildElement } from './xml.ts';

/** A lead image as Media RSS `media:content`, with its alternative text and its maker. */
export function buildMedia(image: FeedImage): string {
  const { url, type, length, width, height, alt, credit } = image;
  const inner =
    (alt === '' ? '' : buildElement('media:description', { type: 'plain' }, alt)) +
    (credit === '' ? '' : buildElement('media:credit', {}, credit));
  const attributes = { url, fileSize: length, type, medium: 'image', width, height };
  return buildElement('media:content', attributes, '', inner);
}
