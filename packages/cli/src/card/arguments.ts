import type { ParsedArgs } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { PAPERS } from './card-style.ts';
import { say } from '../language/say.ts';

/** What `tamizdat mirror card` takes. */
export const args = {
  names: {
    type: 'positional',
    description: say({
      en: 'Names of mirrors in content/mirrors.yaml; where none is named, those that are meant for each language',
      ru: 'Имена зеркал из content/mirrors.yaml; если не указаны, те, что предназначены для каждого языка',
    }),
    required: false,
    valueHint: '…',
  },
  channel: {
    type: 'string',
    description: say({
      en: `Put addresses of this channel on the cards in place of the list’s, such as “card” (docs/addresses.md)`,
      ru: 'Поставить на карточки адреса этого канала вместо адресов из списка, например “card” (docs/addresses.md)',
    }),
    valueHint: 'channel',
  },
  language: {
    type: 'string',
    description: say({
      en: 'One of the outlet’s languages; a card for each where absent',
      ru: 'Один из языков издания; если не указан, по карточке на каждый',
    }),
    valueHint: 'code',
  },
  paper: {
    type: 'string',
    description: say({
      en: `${PAPERS[0]}: four equal cards to a sheet, to be cut; ${PAPERS[1]}: one`,
      ru: `${PAPERS[0]}: четыре одинаковые карточки на листе, чтобы разрезать; ${PAPERS[1]}: одна`,
    }),
    default: PAPERS[0],
    valueHint: PAPERS.join('|'),
  },
  plain: {
    type: 'boolean',
    description: say({
      en: 'Name neither outlet nor program: for where such a card is a danger',
      ru: 'Не называть ни издание, ни программу: для мест, где такая карточка опасна',
    }),
    default: false,
  },
  out: {
    type: 'string',
    description: say({
      en: 'File to write, which ends in .html; standard output where absent',
      ru: 'Файл, который записать, с именем на .html; если не указан, стандартный вывод',
    }),
    valueHint: 'file',
  },
  content: contentArgument,
} as const;

export type Options = ParsedArgs<typeof args>;
