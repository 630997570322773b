import { defineCommand } from 'citty';

export default defineCommand({
  meta: {
    name: 'keys',
    description:
      'Make, show, hand on, bring back and replace the keys that releases are signed with',
  },
  subCommands: {
    init: () => import('./init-command.ts').then((module) => module.default),
    show: () => import('./show-command.ts').then((module) => module.default),
    export: () => import('./export-command.ts').then((module) => module.default),
    recover: () => import('./recover-command.ts').then((module) => module.default),
    rotate: () => import('./rotate-command.ts').then((module) => module.default),
  },
});
