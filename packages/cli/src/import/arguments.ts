import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';

/** What both commands are told. */
export const common = {
  source: {
    type: 'positional',
    description: say({
      en: 'The export, or the folder of a Hugo, Jekyll, Eleventy or Astro site',
      ru: 'Выгрузка или папка сайта на Hugo, Jekyll, Eleventy или Astro',
    }),
    valueHint: say({ en: 'file or folder', ru: 'файл или папка' }),
    required: true,
  },
  map: {
    type: 'string',
    description: say({
      en: 'File that says what of the source becomes what: plan writes it, a person edits it, run reads it',
      ru: 'Файл, где сказано, что во что превращается: plan его пишет, человек правит, run читает',
    }),
    valueHint: 'map.yaml',
    required: true,
  },
  language: languageArgument,
  json: {
    type: 'boolean',
    description: say({ en: 'Print the report as JSON', ru: 'Напечатать отчёт в JSON' }),
    default: false,
  },
} as const;
