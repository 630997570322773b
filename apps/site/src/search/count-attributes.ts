import { fillWord, type Words } from '@tamizdat/article-schema';

/** The plural forms of the result count as the search script reads them: with `#` for the number. */
export function countAttributes({ count, none }: Words['searchWords']): Record<string, string> {
  const attributes: Record<string, string> = { 'data-count-zero': none };
  for (const [category, form] of Object.entries(count))
    attributes[`data-count-${category}`] = fillWord(form, { count: '#' });
  return attributes;
}
