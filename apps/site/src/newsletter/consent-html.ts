import { splitLinkedWord } from '@tamizdat/article-schema';
import { escapeHtml } from '@tamizdat/render';

/**
 * What a reader agrees to: a text whose words in brackets, where it has any, are the link. Nothing stands between these and
 * what follows, so that a full stop keeps its place.
 * @param to Address of the page about privacy; undefined where there is none
 */
export function consentHtml(consent: string, to: string | undefined): string {
  const { before, link, after } = splitLinkedWord(consent);
  if (link === undefined) return escapeHtml(before);
  const words = escapeHtml(link);
  const linked = to === undefined ? words : `<a href="${escapeHtml(to)}">${words}</a>`;
  return escapeHtml(before) + linked + escapeHtml(after);
}
