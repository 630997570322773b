import type { ParsedArgs } from 'citty';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { baseArgument, madeAsJson } from '../take-along/arguments.ts';

/** What `tamizdat edition` takes. */
export const args = {
  week: {
    type: 'string',
    description: say({
      en: 'A week, such as 2026-w47 (default: the newest with articles whose days are over)',
      ru: 'Неделя, например 2026-w47 (без неё — последняя закончившаяся, в которой есть статьи)',
    }),
    valueHint: 'week',
  },
  month: {
    type: 'string',
    description: say({ en: 'A month, such as 2026-11', ru: 'Месяц, например 2026-11' }),
    valueHint: 'month',
  },
  ids: {
    type: 'string',
    description: say({
      en: 'Ids of articles, with commas between them, in the order of the book',
      ru: 'Id статей через запятую, в том порядке, в каком они пойдут',
    }),
    valueHint: 'id,id',
  },
  lang: {
    type: 'string',
    description: say({
      en: 'One of the outlet’s languages (default: a book for each, its code before .epub)',
      ru: 'Один из языков издания (без него — книга на каждом, с кодом языка перед .epub)',
    }),
    valueHint: 'code',
  },
  out: {
    type: 'string',
    description: say({
      en: 'File to write, which ends in .epub; one that is there is replaced',
      ru: 'Файл, имя которого кончается на .epub; прежний заменяется',
    }),
    required: true,
    valueHint: 'file',
  },
  links: {
    type: 'boolean',
    description: say({
      en: 'Addresses behind the words that lead to them, and where the articles stand',
      ru: 'Адреса у слов, которые на них ведут, и где стоят статьи',
    }),
    default: true,
    negativeDescription: say({
      en: 'No addresses: where passing on a link is fined',
      ru: 'Без адресов: там, где за ссылку штрафуют',
    }),
  },
  base: baseArgument,
  json: madeAsJson,
  content: contentArgument,
} as const;

export type Options = ParsedArgs<typeof args>;
