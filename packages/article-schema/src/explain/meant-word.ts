import { nearest } from './nearest.ts';

/** What people write for words of the lists: other systems' names, and Russian ones. */
const OTHERWISE: Readonly<Record<string, string>> = {
  published: 'ready',
  publish: 'ready',
  public: 'ready',
  опубликовано: 'ready',
  готово: 'ready',
  черновик: 'draft',
  отозвано: 'withdrawn',
  удалено: 'removed',
  новость: 'news',
  новости: 'news',
  аналитика: 'analysis',
  анализ: 'analysis',
  column: 'opinion',
  мнение: 'opinion',
  колонка: 'opinion',
  репортаж: 'feature',
  очерк: 'feature',
  интервью: 'interview',
  онлайн: 'live',
  перепечатка: 'republished',
  ссылка: 'link',
  исправление: 'correction',
  уточнение: 'clarification',
  обновление: 'update',
};

/** The word of a list that a writer most probably meant; undefined where none is near. */
export function meantWord(written: string, words: readonly string[]): string | undefined {
  const known = written.trim().normalize('NFC').toLowerCase();
  const meant = Object.hasOwn(OTHERWISE, known) ? OTHERWISE[known] : undefined;
  return meant !== undefined && words.includes(meant) ? meant : nearest(written, words);
}
