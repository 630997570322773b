import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Appeal, asksIn, type Outlet } from '@tamizdat/article-schema';
import { type Finding, good, half } from '../finding.ts';
import type { Question } from '../question.ts';
import { notRead } from './not-read.ts';

/** Whether ways to support the outlet, and its newsletters, are set up to their end. */
export const support: Question = {
  id: 'support',
  name: { en: 'Support, letters', ru: 'Поддержка, рассылки' },
  look: async ({ content, place }) => {
    const { outlet, appeals } = await content();
    if (outlet === undefined) return [notRead('support')];
    const sent = path.join(path.dirname(place.state), 'newsletter/sent');
    const issues = existsSync(sent) ? readdirSync(sent).length : 0;
    return [...judgeSupport(outlet, appeals), ...judgeNewsletters(outlet, issues)];
  },
};

/** To be supported takes two things, and without either nothing is shown. */
export function judgeSupport(
  { languages, ...outlet }: Pick<Outlet, 'support' | 'languages'>,
  appeals: readonly Pick<Appeal, 'lang'>[],
): Finding[] {
  const asking = languages.filter(({ code }) => asksIn(outlet, code)).map(({ code }) => code);
  const appealing = [...new Set(appeals.map(({ lang }) => lang))];
  const silent = asking.filter((code) => !appealing.includes(code)).join(', ');
  const wayless = appealing.filter((code) => !asking.includes(code)).join(', ');
  if (silent !== '')
    return [
      half('support-without-appeal', 'soon', {
        en: `Ways to give are set, but articles show them with an appeal alone. Write content/appeals/<language>/<name>.md for: ${silent}. It begins with the lines “---”, “title: This story has no owner but its readers”, “---”, and its text follows.`,
        ru: `Способы поддержать указаны, но под статьями они видны только с обращением. Напишите content/appeals/<язык>/<имя>.md для: ${silent}. Файл начинается строками «---», «title: У этой истории нет владельца, кроме читателей», «---», дальше идёт текст.`,
      }),
    ];
  if (wayless !== '')
    return [
      half('appeal-without-support', 'soon', {
        en: `There is an appeal and no way to give: it is not shown. Set “support” in content/outlet.yaml (docs/article-fields.md) for: ${wayless}.`,
        ru: `Обращение есть, а способа поддержать нет: его не покажут. Задайте «support» в content/outlet.yaml (docs/article-fields.md) для: ${wayless}.`,
      }),
    ];
  return asking.length === 0
    ? [
        good('support-unset', {
          en: 'readers are not asked for money',
          ru: 'денег у читателей не просят',
        }),
      ]
    : [
        good('support', {
          en: `asks in ${asking.join(', ')}`,
          ru: `просит на ${asking.join(', ')}`,
        }),
      ];
}

/** @param issues How many were ever sent from here. */
export function judgeNewsletters(
  { newsletters }: Pick<Outlet, 'newsletters'>,
  issues: number,
): Finding[] {
  const [first] = newsletters;
  if (first === undefined || issues > 0)
    return [
      good('newsletters', {
        en: `newsletters: ${newsletters.length}`,
        ru: `рассылок: ${newsletters.length}`,
      }),
    ];
  return [
    half(
      'newsletter-unsent',
      'soon',
      {
        en: 'Readers can subscribe to a newsletter, and no issue was sent from here yet.',
        ru: 'На рассылку можно подписаться, но ни один выпуск отсюда ещё не отправлен.',
      },
      `npx tamizdat newsletter ${first.id}`,
    ),
  ];
}
