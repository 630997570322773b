import { TIME_FORM } from './forms.ts';
import type { FieldTable } from './notes.ts';
import * as ru from './russian-forms.ts';

/** Front matter of an appeal, `content/appeals/<lang>/<name>.md`. */
export const APPEAL_FIELDS = {
  title: {
    label: 'The title',
    description: 'Stands over the appeal, up to 80 characters.',
    example: 'This story has no owner but its readers',
    remedy: 'Write the title.',
    ru: {
      label: 'заголовок',
      remedy: 'Напишите заголовок.',
      example: 'У этого издания нет хозяев, кроме читателей',
    },
  },
  from: {
    label: 'The time from which the appeal shows',
    description:
      'Of all that could show, the one that began last does. Absent: as long as no other does.',
    example: '2026-12-01T00:00:00+02:00',
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: {
      label: 'с какого времени показывать',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME_OR_NONE,
    },
  },
  until: {
    label: 'The time until which the appeal shows',
    description: 'From then on it does not. Absent: for ever.',
    example: '2027-01-10T00:00:00+02:00',
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: {
      label: 'до какого времени показывать',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME_OR_NONE,
    },
  },
} as const satisfies FieldTable;
