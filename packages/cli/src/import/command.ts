import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'import',
    description: say({
      en: 'Bring an archive along: WordPress (WXR), Ghost (JSON), Substack (zip), folders of Hugo, Jekyll, Eleventy and Astro, or JSON lines from anything else. Exit codes as its commands.',
      ru: 'Перенести архив: WordPress (WXR), Ghost (JSON), Substack (zip), папки Hugo, Jekyll, Eleventy и Astro или строки JSON из чего угодно. Коды выхода — у самих команд.',
    }),
  },
  subCommands: {
    plan: () => import('./plan-command.ts').then((module) => module.default),
    run: () => import('./run-command.ts').then((module) => module.default),
  },
});
