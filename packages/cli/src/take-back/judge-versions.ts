import { appearsAt } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { say } from '../language/say.ts';

/** What becomes of an article. */
export type Goal = 'withdrawn' | 'removed';

/**
 * What is to become of one version: `change`: what was asked for; `hold`: back to a draft, since it would appear by
 * itself; else why it is left as it is.
 */
export type Fate = 'change' | 'hold' | 'draft' | 'withdrawn' | 'removed';

/** What becomes of one version of an article that is taken back. @param now Milliseconds since 1970. */
export function fateOf(article: Article, goal: Goal, now: number): Fate {
  const { status } = article;
  if (status === 'draft' || status === 'removed') return status;
  if (appearsAt(article) > now) return 'hold';
  return status === 'withdrawn' && goal === 'withdrawn' ? 'withdrawn' : 'change';
}

/** Why a version is left as it is, or kept back. */
export function explainFate(fate: Exclude<Fate, 'change'>): string {
  return say(REASONS[fate]);
}

const REASONS = {
  hold: {
    en: 'readers have not seen it yet: it is a draft again, and does not appear',
    ru: 'читатели её ещё не видели: она снова черновик и не выйдет',
  },
  draft: {
    en: 'a draft, which no reader has seen: left as it is; delete it if it is not to appear',
    ru: 'черновик, читатели его не видели: остаётся как есть; удалите его, если он не должен выйти',
  },
  withdrawn: { en: 'withdrawn already', ru: 'уже отозвана' },
  removed: { en: 'removed already', ru: 'уже убрана' },
};

/** @throws Error where readers see none of the versions, or all are so already: nothing is to be changed */
export function refuseIdle(
  versions: readonly { article: Article; fate: Fate }[],
  goal: Goal,
): void {
  if (versions.some(({ fate }) => fate === 'change')) return;
  const told = versions.map(({ article, fate }) => `${article.lang}: ${explainIdle(fate)}`);
  const nothing =
    goal === 'withdrawn'
      ? say({ en: 'Nothing is to be withdrawn', ru: 'Отзывать нечего' })
      : say({ en: 'Nothing is to be removed', ru: 'Убирать нечего' });
  throw new Error(
    say({
      en: `${nothing}, and nothing was changed.\n  ${told.join('\n  ')}`,
      ru: `${nothing}, и ничего не изменено.\n  ${told.join('\n  ')}`,
    }),
  );
}

const explainIdle = (fate: Fate): string =>
  fate === 'hold'
    ? say({
        en: 'readers have not seen it yet; write “status: draft”, and it does not appear',
        ru: 'читатели её ещё не видели; напишите «status: draft», и она не выйдет',
      })
    : fate === 'change'
      ? ''
      : explainFate(fate);
