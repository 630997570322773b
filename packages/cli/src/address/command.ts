import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'address',
    description: say({
      en: 'Make names for mirrors, give them to channels, and see which burn',
      ru: 'Создавать имена для зеркал, раздавать их каналам и видеть, какие горят',
    }),
  },
  subCommands: {
    new: () => import('./new-command.ts').then((module) => module.default),
    take: () => import('./take-command.ts').then((module) => module.default),
    list: () => import('./list-command.ts').then((module) => module.default),
    burn: () => import('./burn-command.ts').then((module) => module.default),
  },
});
