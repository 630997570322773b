import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'keys',
    description: say({
      en: 'Make, show, hand on, bring back and replace the keys that releases are signed with',
      ru: 'Создать, показать, передать, вернуть и заменить ключи, которыми подписывают выпуски',
    }),
  },
  subCommands: {
    init: () => import('./init-command.ts').then((module) => module.default),
    show: () => import('./show-command.ts').then((module) => module.default),
    export: () => import('./export-command.ts').then((module) => module.default),
    recover: () => import('./recover-command.ts').then((module) => module.default),
    rotate: () => import('./rotate-command.ts').then((module) => module.default),
  },
});
