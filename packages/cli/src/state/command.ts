import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'state',
    description: say({
      en: 'Carry the newest release and its history from one machine to the next, on a branch: for build services that begin with nothing.',
      ru: 'Передать новейший выпуск с его историей от одной машины другой через ветку: для служб сборки, которые начинают с пустого места.',
    }),
  },
  subCommands: {
    fetch: () => import('./fetch-command.ts').then((module) => module.default),
    keep: () => import('./keep-command.ts').then((module) => module.default),
    recover: () => import('./recover-command.ts').then((module) => module.default),
    remember: () => import('./remember-command.ts').then((module) => module.default),
    due: () => import('./due-command.ts').then((module) => module.default),
  },
});
