import type { Addressed } from '../outgoing.ts';
import { shownInWordpress } from './shown-in-wordpress.ts';
import { cdata, element, meta } from './wxr.ts';

/** A picture as WordPress keeps it: a post of its own. */
export interface Attachment {
  number: number;
  /** Number of the article. */
  parent: number;
  file: string;
  alt: string;
  caption: string;
  /** Who made it, and whose it is. */
  description: string;
  /** Elements that say when. */
  time: string;
  addressed: Addressed;
}

export function attachmentItem(given: Attachment): string {
  const { number, parent, file, alt, caption, description, time, addressed } = given;
  const address = addressed.file(file);
  const fields = [
    cdata('title', shownInWordpress(file, 'text')),
    element('link', address),
    cdata('dc:creator', addressed.leaving.article.authors[0] ?? ''),
    cdata('content:encoded', shownInWordpress(description, 'text')),
    cdata('excerpt:encoded', shownInWordpress(caption, 'text')),
    element('wp:post_id', String(number)),
    time,
    cdata('wp:post_name', `picture-${number}`),
    cdata('wp:status', 'inherit'),
    element('wp:post_parent', String(parent)),
    cdata('wp:post_type', 'attachment'),
    cdata('wp:attachment_url', address),
    alt === '' ? '' : meta('_wp_attachment_image_alt', alt),
  ];
  return `<item>\n${fields.join('')}</item>\n`;
}
