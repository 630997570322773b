import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'mirror',
    description: say({
      en: 'Keep a copy of a site, and look after its mirrors',
      ru: 'Хранить копию сайта и следить за его зеркалами',
    }),
  },
  subCommands: {
    pull: () => import('./pull-command.ts').then((module) => module.default),
    promote: () => import('../mirrors/promote-command.ts').then((module) => module.default),
    card: () => import('../card/command.ts').then((module) => module.default),
    retire: () => import('../mirrors/retire-command.ts').then((module) => module.default),
  },
});
