import { PUBLISHED_YEAR_LEAST, PUBLISHED_YEAR_USUAL } from '../limits.ts';
import { instantOf } from './instant.ts';
import type { ArticleRule } from './rule.ts';

/** Only a draft may lack the time of publication. */
export const publishedRule: ArticleRule = ({ status }, { has }) => {
  if (status === undefined || status === 'draft' || has('publishedAt')) return [];
  return [
    {
      code: 'published-at-missing',
      path: ['publishedAt'],
      message: `The article is ${status}, but has no time of publication.`,
      remedy: 'Write date, time and time zone, or leave the article a draft.',
      ru: {
        message: `Состояние статьи — ${status}, но времени публикации нет.`,
        remedy: 'Напишите дату, время и часовой пояс или оставьте статью черновиком.',
      },
      example: 'publishedAt: 2026-11-22T09:30:00+02:00',
    },
  ];
};

/** Nothing is updated before it is published. */
export const updatedRule: ArticleRule = ({ publishedAt, updatedAt }) => {
  if (publishedAt === undefined || updatedAt === undefined) return [];
  if (instantOf(updatedAt) >= instantOf(publishedAt)) return [];
  return [
    {
      code: 'updated-at-before-published',
      path: ['updatedAt'],
      found: updatedAt,
      message: `The update (${updatedAt}) is earlier than the publication (${publishedAt}).`,
      remedy: 'Mend one of the two, or leave “updatedAt” out until the text changes.',
      ru: {
        message: `Обновление (${updatedAt}) раньше публикации (${publishedAt}).`,
        remedy: 'Исправьте одно из двух или уберите «updatedAt», пока текст не менялся.',
      },
    },
  ];
};

/** Nothing is corrected before it is published. */
export const correctedRule: ArticleRule = ({ publishedAt, corrections }) => {
  if (publishedAt === undefined) return [];
  return (corrections ?? []).flatMap(({ at }, index) =>
    instantOf(at) >= instantOf(publishedAt)
      ? []
      : [
          {
            code: 'correction-before-published',
            path: ['corrections', index, 'at'],
            found: at,
            message: `The correction (${at}) is earlier than the publication (${publishedAt}).`,
            remedy:
              'Mend one of the two; what was mended before the publication needs no correction.',
            ru: {
              message: `Исправление (${at}) раньше публикации (${publishedAt}).`,
              remedy:
                'Исправьте одно из двух; о том, что исправили до публикации, сообщать не нужно.',
            },
          },
        ],
  );
};

/** A slip of the pen in a year puts an article where nobody looks, and its address cannot be taken back. */
export const oldRule: ArticleRule = ({ publishedAt }) => {
  const year = Number(publishedAt?.slice(0, 4));
  if (publishedAt === undefined || year >= PUBLISHED_YEAR_USUAL) return [];
  return [
    {
      code: 'published-at-old',
      severity: year < PUBLISHED_YEAR_LEAST ? 'error' : 'warning',
      path: ['publishedAt'],
      found: publishedAt,
      message: `The year of publication is ${year}.`,
      why: 'Hardly any newsroom has an archive so old; the year is most often a slip of the pen.',
      remedy: 'Mend the year, here and in the folder’s path.',
      ru: {
        message: `Год публикации — ${year}.`,
        why: 'Таких старых архивов почти ни у кого нет; чаще всего это описка.',
        remedy: 'Исправьте год, здесь и в пути к папке.',
      },
      example: 'publishedAt: 2026-11-22T09:30:00+02:00',
    },
  ];
};
