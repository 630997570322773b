import { nearest } from '../explain/nearest.ts';
import type { ArticleOutline } from '../parse/article.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { AcrossFinding, ContentOutline } from './check-across.ts';

/** The front page names articles that exist, in its own language. */
export function checkFronts({ fronts, articles }: ContentOutline): AcrossFinding[] {
  // An id that is nowhere may be that of an article that cannot be read, which is told of already.
  const isComplete = articles.every(({ id }) => id !== undefined);
  const byId = new Map(articles.flatMap((article) => (article.id ? [[article.id, article]] : [])));
  return fronts.flatMap(({ lang, path, value }) => {
    const placed: [string, FieldPath][] = [
      ...(value.lead === undefined ? [] : [[value.lead.id, ['lead', 'id']] as [string, FieldPath]]),
      ...value.secondRank.map(({ id }, index): [string, FieldPath] => [
        id,
        ['secondRank', index, 'id'],
      ]),
    ];
    return placed.flatMap(([id, field]) =>
      isComplete || byId.has(id)
        ? frontFinding(id, field, lang, byId).map((finding) => ({ path, finding }))
        : [],
    );
  });
}

function frontFinding(
  id: string,
  field: FieldPath,
  lang: string,
  byId: ReadonlyMap<string, ArticleOutline>,
): Finding[] {
  const article = byId.get(id);
  if (article === undefined) {
    const meant = nearest(id, byId.keys());
    return [
      {
        code: 'front-id-unknown',
        path: field,
        found: id,
        message: `There is no article with the id ${id}.`,
        remedy:
          meant === undefined
            ? 'Copy the id from the article’s front matter.'
            : `Did you mean ${meant} (${byId.get(meant)?.path ?? ''})?`,
        ru: {
          message: `Статьи с id ${id} нет.`,
          remedy:
            meant === undefined
              ? 'Скопируйте id из начала файла статьи.'
              : `Вы имели в виду ${meant} (${byId.get(meant)?.path ?? ''})?`,
        },
      },
    ];
  }
  if (article.lang === undefined || article.lang === lang) return [];
  return [
    {
      code: 'front-id-language',
      path: field,
      found: id,
      message: `The article ${article.path} is in “${article.lang}”, this front page in “${lang}”.`,
      remedy: 'Take the id of the article’s version in this language.',
      ru: {
        message: `Статья ${article.path} на языке «${article.lang}», а эта главная страница — на языке «${lang}».`,
        remedy: 'Возьмите id версии этой статьи на этом языке.',
      },
    },
  ];
}
