import { defineCommand } from 'citty';

export default defineCommand({
  meta: { name: 'mirror', description: 'Keep a copy of a site, and look after its mirrors' },
  subCommands: {
    pull: () => import('./pull-command.ts').then((module) => module.default),
  },
});
