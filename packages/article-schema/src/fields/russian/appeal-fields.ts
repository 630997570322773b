import { TIME_FORM, WRITE_TIME_OR_NONE } from './forms.ts';

/** What the fields of an appeal are in Russian. */
export const APPEAL_IN_RUSSIAN = {
  title: { label: 'заголовок', remedy: 'Напишите заголовок.' },
  from: {
    label: 'с какого времени показывать',
    form: TIME_FORM,
    remedy: WRITE_TIME_OR_NONE,
  },
  until: {
    label: 'до какого времени показывать',
    form: TIME_FORM,
    remedy: WRITE_TIME_OR_NONE,
  },
} as const;
