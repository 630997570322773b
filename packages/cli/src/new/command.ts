import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'new',
    description: say({
      en: 'Begin an article, an author or a translation; add an entry to a live blog, or a correction.',
      ru: 'Начать статью, автора или перевод; добавить запись онлайна или исправление.',
    }),
  },
  subCommands: {
    article: () => import('./article-command.ts').then((module) => module.default),
    author: () => import('./author-command.ts').then((module) => module.default),
    translation: () => import('./translation-command.ts').then((module) => module.default),
    'live-entry': () => import('./entry-command.ts').then((module) => module.default),
    correction: () => import('./correction-command.ts').then((module) => module.default),
  },
});
