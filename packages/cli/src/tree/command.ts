import { defineCommand } from 'citty';

export default defineCommand({
  meta: { name: 'tree', description: 'Examine a finished tree of static files' },
  subCommands: {
    check: () => import('./check-command.ts').then((module) => module.default),
    weigh: () => import('./weigh-command.ts').then((module) => module.default),
  },
});
