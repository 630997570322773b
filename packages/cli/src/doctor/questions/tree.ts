import { existsSync } from 'node:fs';
import type { InBoth } from '@tamizdat/problem';
import { judgeTree, type Judged } from '../../stale/judge-stale.ts';
import { type Finding, good, half, missing, unseen } from '../finding.ts';
import { shownPath } from '../place.ts';
import type { Question } from '../question.ts';

/** Whether the tree is that of the content. */
export const tree: Question = {
  id: 'tree',
  name: { en: 'Built site', ru: 'Собранный сайт' },
  look: async ({ place, commands }) => {
    const { tree: folder, cache, now } = place;
    if (!existsSync(folder))
      return [
        missing(
          'tree-missing',
          'soon',
          { en: 'The site is not built yet.', ru: 'Сайт ещё не собран.' },
          commands.build,
        ),
      ];
    const judged = await judgeTree(folder, { state: cache, now });
    return judgeBuiltTree(judged, shownPath(folder), commands.build);
  },
};

/** No file changed: the clock passed a moment at which something was to appear or to go. */
const describeDue = (due = ''): InBoth => ({
  en: `The built site is older than the clock: at ${due} something was to appear or to go, and no file changed since.`,
  ru: `Собранный сайт отстал от часов: ${due} что-то должно было выйти или уйти, а файлы не менялись.`,
});

/** @param judged Undefined where no build on this machine left word of the tree. */
export function judgeBuiltTree(
  judged: Judged | undefined,
  folder: string,
  build: string,
): Finding[] {
  if (judged?.stale === undefined)
    return [
      unseen(
        'tree-unknown',
        {
          en: `whether ${folder} is older than the content: no build on this machine left word of it`,
          ru: `не старее ли ${folder} содержимого: ни одна сборка на этой машине не оставила о нём записи`,
        },
        build,
      ),
    ];
  const { changed, due, standing } = judged.stale;
  if (standing.length > 0)
    return [
      half(
        'withdrawn-in-tree',
        'now',
        {
          en: `The built site still shows what the content has taken back, pages: ${standing.length}.`,
          ru: `В собранном сайте всё ещё стоит то, что в содержимом отозвано, страниц: ${standing.length}.`,
        },
        build,
      ),
    ];
  if (changed.length === 0 && due === undefined)
    return [good('tree', { en: 'as the content', ru: 'соответствует содержимому' })];
  return [
    half(
      'stale-tree',
      'soon',
      changed.length === 0
        ? describeDue(due)
        : {
            en: `The built site is older than the content, files changed since: ${changed.length}.`,
            ru: `Собранный сайт старее содержимого, изменено с тех пор файлов: ${changed.length}.`,
          },
      build,
    ),
  ];
}
