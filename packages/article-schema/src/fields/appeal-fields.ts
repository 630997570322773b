import { withRussian, type FieldTable } from './notes.ts';
import { APPEAL_IN_RUSSIAN } from './russian/appeal-fields.ts';

const TIME = 'a date and time with a time zone';

/** Front matter of an appeal, `content/appeals/<lang>/<name>.md`. */
export const APPEAL_FIELDS = withRussian(
  {
    title: {
      label: 'The title',
      description: 'Stands over the appeal, up to 80 characters.',
      example: 'This story has no owner but its readers',
      remedy: 'Write the title.',
    },
    from: {
      label: 'The time from which the appeal shows',
      description:
        'Of all that could show, the one that began last does. Absent: as long as no other does.',
      example: '2026-12-01T00:00:00+02:00',
      form: TIME,
      remedy: 'Write date, time and time zone, or leave the line out.',
    },
    until: {
      label: 'The time until which the appeal shows',
      description: 'From then on it does not. Absent: for ever.',
      example: '2027-01-10T00:00:00+02:00',
      form: TIME,
      remedy: 'Write date, time and time zone, or leave the line out.',
    },
  },
  APPEAL_IN_RUSSIAN,
) satisfies FieldTable;
