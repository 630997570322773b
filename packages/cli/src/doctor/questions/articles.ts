import type { Inspected } from '@tamizdat/archive';
import { type Finding, good, half, missing } from '../finding.ts';
import type { Question } from '../question.ts';

/** Whether there is anything to read. */
export const articles: Question = {
  id: 'articles',
  name: { en: 'Articles', ru: 'Статьи' },
  look: async ({ content, commands }) => judgeArticles(await content(), commands.newArticle),
};

/** @param articles Those that have no errors. */
export function judgeArticles(
  { articles: all, problems }: Pick<Inspected, 'articles' | 'problems'>,
  newArticle: string,
): Finding[] {
  const ready = all.filter(({ status }) => status !== 'draft').length;
  if (ready > 0) return [good('articles', { en: `ready: ${ready}`, ru: `готово: ${ready}` })];
  // One that has errors was told of with these.
  const isBroken = problems.some(
    ({ severity, file }) => severity === 'error' && file.includes('/articles/'),
  );
  return isBroken ? [] : [judgeUnwritten(all.length, newArticle)];
}

const judgeUnwritten = (drafts: number, newArticle: string): Finding =>
  drafts === 0
    ? missing(
        'no-article',
        'soon',
        { en: 'There is no article yet.', ru: 'Статей пока нет.' },
        newArticle,
      )
    : half(
        'drafts-alone',
        'soon',
        {
          en: 'All articles are drafts. When one is done, make it ready.',
          ru: 'Все статьи пока черновики. Когда одна будет закончена, сделайте её готовой.',
        },
        'npx tamizdat ready content/articles/…/index.md',
      );
