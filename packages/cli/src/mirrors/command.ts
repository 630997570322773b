import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'mirrors',
    description: say({ en: 'Say which mirrors there are', ru: 'Сказать, какие есть зеркала' }),
  },
  subCommands: {
    delegate: () => import('./delegate-command.ts').then((module) => module.default),
    sign: () => import('./sign-command.ts').then((module) => module.default),
  },
});
