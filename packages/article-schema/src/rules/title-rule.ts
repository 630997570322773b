import type { ArticleRule } from './rule.ts';

/** An abbreviation such as “U.S.” or “т.д.” keeps its full stop. */
const ABBREVIATION = /\p{L}\.\s?\p{L}\.$/u;

/** Headlines end without a full stop. */
export const titleRule: ArticleRule = ({ title }) => {
  if (title === undefined || !/[^.]\.$/.test(title) || ABBREVIATION.test(title)) return [];
  return [
    {
      code: 'title-full-stop',
      path: ['title'],
      found: title,
      message: 'The title ends with a full stop.',
      remedy: 'Remove the full stop.',
      ru: {
        message: 'Заголовок кончается точкой.',
        remedy: 'Уберите точку.',
      },
      example: `title: "${title.slice(0, -1)}"`,
    },
  ];
};
