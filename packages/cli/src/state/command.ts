import { defineCommand } from 'citty';

export default defineCommand({
  meta: {
    name: 'state',
    description:
      'Carry the newest release and its history from one machine to the next, on a branch: for build services that begin with nothing.',
  },
  subCommands: {
    fetch: () => import('./fetch-command.ts').then((module) => module.default),
    keep: () => import('./keep-command.ts').then((module) => module.default),
    due: () => import('./due-command.ts').then((module) => module.default),
  },
});
