import { fillWord, type Words } from '@tamizdat/article-schema';

/** The plural forms of the result counts as the search script reads them: with `#` for the number, `@` for the day. */
export function countAttributes(words: Words['searchWords']): Record<string, string> {
  const { count, none, atLeast, noneYet } = words;
  return {
    ...formAttributes('count', { zero: none, ...count }),
    ...formAttributes('least', { zero: noneYet, ...atLeast }),
  };
}

function formAttributes(kind: string, forms: Record<string, string>): Record<string, string> {
  const attributes = Object.entries(forms).map(([category, form]) => [
    `data-${kind}-${category}`,
    fillWord(form, { count: '#', date: '@' }),
  ]);
  return Object.fromEntries(attributes) as Record<string, string>;
}
