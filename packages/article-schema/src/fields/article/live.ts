import { TIME_FORM, TIME, SLUG_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const ENTRY = {
  id: 'polls-open',
  at: TIME,
  title: 'Участки открылись',
  body: 'Двери открыли в восемь.',
};

/** The entries of a live article. */
export const LIVE = {
  live: {
    label: 'The live coverage',
    description: 'The entries of a live article; only for kind live.',
    example: {
      entries: [
        { id: 'polls-open', at: TIME, title: 'Polls open', body: 'Doors opened at eight.' },
      ],
    },
    remedy: 'Give a list of entries.',
    ru: {
      label: 'онлайн',
      description: 'Записи онлайна; только для жанра live.',
      remedy: 'Перечислите записи.',
      example: { entries: [ENTRY] },
    },
  },
  'live.entries': {
    label: 'The list of live entries',
    description: 'What happened, entry by entry.',
    example: [{ id: 'polls-open', at: TIME, title: 'Polls open', body: 'Doors opened at eight.' }],
    remedy: 'Give a list of entries with id, at, title and body.',
    ru: {
      label: 'записи онлайна',
      description: 'Что произошло, запись за записью.',
      remedy: 'Перечислите записи: id, at, title и body у каждой.',
      example: [ENTRY],
    },
  },
  'live.entries[]': {
    label: 'A live entry',
    description: 'One entry: id, time, title and text.',
    example: { id: 'polls-open', at: TIME, title: 'Polls open', body: 'Doors opened at eight.' },
    remedy: 'Give id, at, title and body.',
    ru: {
      label: 'запись онлайна',
      description: 'Одна запись: имя, время, заголовок и текст.',
      remedy: 'Укажите id, at, title и body.',
      example: ENTRY,
    },
  },
  'live.entries[].id': {
    label: 'The id of the entry',
    description: 'A stable name, the anchor of links to this entry.',
    example: 'polls-open',
    form: SLUG_FORM,
    remedy: 'Write a short name and keep it.',
    why: 'Links to an entry break when its id changes.',
    ru: {
      label: 'имя записи',
      description: 'Постоянное имя: по нему ведут ссылки на эту запись.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя и больше его не меняйте.',
      why: 'Если имя записи изменится, ссылки на неё перестанут работать.',
    },
  },
  'live.entries[].at': {
    label: 'The time of the entry',
    description: 'When it was written.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write date, time and time zone.',
    ru: {
      label: 'время записи',
      description: 'Когда написана.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME,
    },
  },
  'live.entries[].title': {
    text: 'typeset',
    label: 'The title of the entry',
    description: 'One line.',
    example: 'Polls open in the port district',
    remedy: 'Write one line.',
    ru: {
      label: 'заголовок записи',
      description: 'Одна строка.',
      remedy: 'Напишите одну строку.',
      example: 'В портовом районе открылись участки',
    },
  },
  'live.entries[].body': {
    text: 'markdown',
    label: 'The text of the entry',
    description: 'Markdown.',
    example: 'Doors opened at eight. The queue reached the pier.',
    remedy: 'Write the text.',
    ru: {
      label: 'текст записи',
      description: 'Markdown.',
      remedy: 'Напишите текст.',
      example: 'Двери открыли в восемь. Очередь дошла до пирса.',
    },
  },
  'live.entries[].keyEvent': {
    label: 'The mark “keyEvent”',
    description: 'True for entries that the summary lists.',
    example: true,
    form: 'true or false',
    remedy: 'Write true or false, or leave the line out.',
    ru: {
      label: 'ключевое событие',
      description: 'true для записей, которые входят в краткое содержание.',
      form: 'true или false',
      remedy: ru.WRITE_BOOLEAN_OR_NONE,
    },
  },
  'live.entries[].pinned': {
    label: 'The mark “pinned”',
    description: 'True for the entry that stays on top.',
    example: true,
    form: 'true or false',
    remedy: 'Write true or false, or leave the line out.',
    ru: {
      label: 'закреплённая запись',
      description: 'true для записи, которая остаётся наверху.',
      form: 'true или false',
      remedy: ru.WRITE_BOOLEAN_OR_NONE,
    },
  },
  'live.coverageEnd': {
    label: 'The end of the coverage',
    description: 'When the live coverage ended.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: {
      label: 'конец онлайна',
      description: 'Когда онлайн закончился.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME_OR_NONE,
    },
  },
} as const satisfies FieldTable;
