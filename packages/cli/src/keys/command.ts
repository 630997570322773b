import { defineCommand } from 'citty';

export default defineCommand({
  meta: {
    name: 'keys',
    description: 'Make, show and replace the keys that releases are signed with',
  },
  subCommands: {
    init: () => import('./init-command.ts').then((module) => module.default),
    show: () => import('./show-command.ts').then((module) => module.default),
    rotate: () => import('./rotate-command.ts').then((module) => module.default),
  },
});
