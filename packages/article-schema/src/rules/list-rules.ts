import { shorten } from '../characters/count.ts';
import type { FieldPath, Finding, InBoth } from '@tamizdat/problem';
import type { ArticleRule } from './rule.ts';

/** One finding for each entry whose name an earlier entry of the list already has. */
export function repeated(
  names: readonly string[],
  pathOf: (index: number) => FieldPath,
  what: InBoth,
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
        message: `${what.en} “${shorten(name)}” stands in the list twice.`,
        remedy: 'Keep one of them, or give it another name.',
        ru: {
          message: `${what.ru} «${shorten(name)}» стоит в списке дважды.`,
          remedy: 'Оставьте одно из двух или назовите иначе.',
        },
      },
    ];
  });
}

/** No list names a thing twice. */
export const duplicateRule: ArticleRule = (article) => [
  ...repeated(
    article.tags ?? [],
    (i) => ['tags', i],
    { en: 'The tag', ru: 'Тема' },
    'tags-repeated',
  ),
  ...repeated(
    article.authors ?? [],
    (i) => ['authors', i],
    { en: 'The author', ru: 'Автор' },
    'authors-repeated',
  ),
  ...repeated(
    (article.sources ?? []).map(({ id }) => id),
    (i) => ['sources', i, 'id'],
    { en: 'The source', ru: 'Источник' },
    'sources-id-repeated',
  ),
  ...repeated(
    (article.live?.entries ?? []).map(({ id }) => id),
    (i) => ['live', 'entries', i, 'id'],
    { en: 'The live entry', ru: 'Запись онлайна' },
    'live-entries-id-repeated',
  ),
];
