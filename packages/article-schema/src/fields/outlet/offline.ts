import type { FieldTable } from '../notes.ts';

/** What goes on opening where the site is blocked. */
export const OFFLINE = {
  reader: {
    label: 'Reading where the site is blocked',
    description:
      'A worker in readers’ browsers that shows only what was signed, and finds it at mirrors where the site’s own address is blocked.',
    example: { worker: true, days: 7 },
    remedy: 'Give worker and days, or leave it out.',
    ru: {
      label: 'чтение при блокировке',
      remedy: 'Укажите worker и days или уберите поле.',
    },
  },
  'reader.worker': {
    label: 'Whether the worker is on',
    description:
      'Whether pages bring the worker. It needs rootFingerprint and releases that are signed anew each day. Switched off again, it leaves readers’ browsers with the next release.',
    example: true,
    form: 'true or false',
    remedy: 'Write true or false, or leave it out (then it is off).',
    ru: {
      label: 'включён ли помощник в браузере',
      form: 'true или false',
      remedy: 'Напишите true или false или уберите строку (тогда выключен).',
    },
  },
  'reader.days': {
    label: 'How long pages stay in readers’ browsers',
    description:
      'Days for which pages that were read stay readable without a connection; 0 keeps none. A phone that is looked through shows them.',
    example: 7,
    form: 'a whole number from 0 to 30',
    remedy: 'Write a number of days, or leave it out (then 7).',
    ru: {
      label: 'сколько дней страницы остаются в браузере',
      form: 'целое число от 0 до 30',
      remedy: 'Напишите число дней или уберите строку (тогда 7).',
    },
  },
  books: {
    label: 'The books of the site',
    description:
      'Articles of a week or a month as one EPUB of at most 5 MB, which opens without a network: how many of each are kept. They are listed on a page and in a catalogue for reading programs (OPDS). Every mirror and every build carries them.',
    example: { weeks: 4, months: 3 },
    remedy: 'Give weeks, months or both, or leave it out.',
    ru: {
      label: 'книги сайта',
      remedy: 'Укажите weeks, months или и то и другое — либо уберите поле.',
    },
  },
  'books.weeks': {
    label: 'How many weeks have a book',
    description: 'Only weeks that are over have one, so that it changes by corrections alone.',
    example: 4,
    form: 'a whole number from 0 to 52',
    remedy: 'Write how many of the newest weeks are kept; 0 for none.',
    ru: {
      label: 'за сколько недель есть книги',
      form: 'целое число от 0 до 52',
      remedy: 'Напишите, сколько последних недель хранить; 0 — ни одной.',
    },
  },
  'books.months': {
    label: 'How many months have a book',
    description:
      'Only months that are over have one. A month of more than 500 articles has none: books of weeks are lighter.',
    example: 3,
    form: 'a whole number from 0 to 24',
    remedy: 'Write how many of the newest months are kept; 0 for none.',
    ru: {
      label: 'за сколько месяцев есть книги',
      form: 'целое число от 0 до 24',
      remedy: 'Напишите, сколько последних месяцев хранить; 0 — ни одного.',
    },
  },
} as const satisfies FieldTable;
