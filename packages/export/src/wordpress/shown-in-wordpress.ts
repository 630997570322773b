import { escapeHtml } from '@tamizdat/body/escape-html';

/**
 * HTML, or a text that becomes it, as WordPress shows it again: square brackets would be commands to it, and readers of
 * its exports take `&amp;nbsp;` for a mistake. References say the same.
 */
export function shownInWordpress(text: string, as: 'html' | 'text'): string {
  const html = as === 'html' ? text : escapeHtml(text);
  return html.replaceAll('&amp;', '&#38;').replaceAll('[', '&#91;');
}
