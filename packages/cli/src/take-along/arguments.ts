import { say } from '../language/say.ts';

/** Where links lead, of everything that is taken along. */
export const baseArgument = {
  type: 'string',
  description: say({
    en: 'Address that links lead to, such as a mirror’s (default: the outlet’s)',
    ru: 'Адрес, на который ведут ссылки, например зеркала (без него — адрес издания)',
  }),
  valueHint: 'address',
} as const;

/** What was made, for programs. */
export const madeAsJson = {
  type: 'boolean',
  description: say({ en: 'Print what was made as JSON', ru: 'Вывести сделанное как JSON' }),
  default: false,
} as const;
