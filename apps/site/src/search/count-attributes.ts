import type { SearchWords } from '../words/index.ts';

/** The plural forms of the result count as the search script reads them. */
export function countAttributes({ count, none }: SearchWords): Record<string, string> {
  const forms = Object.entries(count).map(([category, form]) => [
    `data-count-${category}`,
    form.replace('#', '{count}'),
  ]);
  return { ...Object.fromEntries(forms), 'data-count-zero': none };
}
