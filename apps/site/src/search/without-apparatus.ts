import type { Words } from '@tamizdat/article-schema';
import { escapeHtml } from '@tamizdat/render';

/**
 * A text without what every text with notes has: the heading over them, and the words about a source's kept copy. Who
 * searches for these words means an article that says them.
 * @param fragment Prefix of the text's ids.
 */
export function withoutApparatus(
  html: string,
  { archivedCopy }: Pick<Words, 'archivedCopy'>,
  fragment = '',
): string {
  const heading = html.indexOf(`<h2 id="${fragment}notes">`);
  if (heading < 0) return html;
  const notes = html.slice(html.indexOf('</h2>', heading) + '</h2>'.length);
  const copy = escapeHtml(archivedCopy);
  const told = notes.replaceAll(/ \(<a href="[^"]*">([^<]*)<\/a>\)/g, (link, words) =>
    words === copy ? '' : link,
  );
  return html.slice(0, heading) + told;
}
