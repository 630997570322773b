import { defineCommand } from 'citty';

export default defineCommand({
  meta: { name: 'mirrors', description: 'Say which mirrors there are' },
  subCommands: {
    sign: () => import('./sign-command.ts').then((module) => module.default),
  },
});
