import { defineCommand } from 'citty';

export default defineCommand({
  meta: { name: 'mirror', description: 'Keep a copy of a site, and look after its mirrors' },
  subCommands: {
    pull: () => import('./pull-command.ts').then((module) => module.default),
    promote: () => import('../mirrors/promote-command.ts').then((module) => module.default),
    card: () => import('../card/command.ts').then((module) => module.default),
    retire: () => import('../mirrors/retire-command.ts').then((module) => module.default),
  },
});
