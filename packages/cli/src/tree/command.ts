import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'tree',
    description: say({
      en: 'Examine a finished tree of static files',
      ru: 'Исследовать готовое дерево файлов',
    }),
  },
  subCommands: {
    check: () => import('./check-command.ts').then((module) => module.default),
    weigh: () => import('./weigh-command.ts').then((module) => module.default),
  },
});
