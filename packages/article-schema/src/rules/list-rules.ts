import { shorten } from '../characters/count.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { ArticleRule } from './rule.ts';

/** One finding for each entry whose name an earlier entry of the list already has. */
export function repeated(
  names: readonly string[],
  pathOf: (index: number) => FieldPath,
  what: string,
  code: string,
): Finding[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const again = seen.has(name);
    seen.add(name);
    if (!again) return [];
    return [
      {
        code,
        path: pathOf(index),
        found: shorten(name),
        message: `${what} “${shorten(name)}” stands in the list twice.`,
        remedy: 'Keep one of them, or give it another name.',
      },
    ];
  });
}

/** No list names a thing twice. */
export const duplicateRule: ArticleRule = (article) => [
  ...repeated(article.tags ?? [], (i) => ['tags', i], 'The tag', 'tags-repeated'),
  ...repeated(article.authors ?? [], (i) => ['authors', i], 'The author', 'authors-repeated'),
  ...repeated(
    (article.sources ?? []).map(({ id }) => id),
    (i) => ['sources', i, 'id'],
    'The source',
    'sources-id-repeated',
  ),
  ...repeated(
    (article.live?.entries ?? []).map(({ id }) => id),
    (i) => ['live', 'entries', i, 'id'],
    'The live entry',
    'live-entries-id-repeated',
  ),
];
