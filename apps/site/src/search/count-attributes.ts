import type { SearchWords } from '../words/index.ts';

/** The plural forms of the result count as the search script reads them. */
export function countAttributes({ count, none }: SearchWords): Record<string, string> {
  const attributes: Record<string, string> = { 'data-count-zero': none };
  for (const [category, form] of Object.entries(count)) attributes[`data-count-${category}`] = form;
  return attributes;
}
