import { defineCommand } from 'citty';

export default defineCommand({
  meta: { name: 'mirrors', description: 'Say which mirrors there are' },
  subCommands: {
    delegate: () => import('./delegate-command.ts').then((module) => module.default),
    sign: () => import('./sign-command.ts').then((module) => module.default),
  },
});
