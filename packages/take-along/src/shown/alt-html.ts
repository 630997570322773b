import { escapeHtml } from '@tamizdat/render';

/** What a picture or recording shows, in words; nothing of one that decorates. */
export const altHtml = (alt: string): string => (alt === '' ? '' : `<p>[${escapeHtml(alt)}]</p>`);
