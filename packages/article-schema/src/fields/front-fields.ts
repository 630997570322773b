import { TIME_FORM } from './forms.ts';
import type { FieldTable } from './notes.ts';
import * as ru from './russian-forms.ts';

/** The edited front page, `content/front/<lang>.yaml`. */
export const FRONT_FIELDS = {
  lead: {
    label: 'The lead',
    description: 'The article on top of the front page, and until when.',
    example: { id: '01JD8Z0Q5X4K2M7N9P3R6S8T0V', until: '2026-11-23T09:00:00+02:00' },
    remedy: 'Give id and until, or leave it out: then the newest article leads.',
    ru: {
      label: 'главный материал',
      remedy: 'Укажите id и until или уберите поле: тогда главным будет самый новый материал.',
    },
  },
  'lead.id': {
    label: 'The lead’s id',
    description: 'The id of an article in this language.',
    example: '01JD8Z0Q5X4K2M7N9P3R6S8T0V',
    form: 'a ULID: 26 digits and capital letters without I, L, O and U',
    remedy: 'Copy the id from the article’s front matter.',
    ru: { label: 'id главного материала', form: ru.ULID_FORM, remedy: ru.COPY_ID },
  },
  'lead.until': {
    label: 'The lead’s expiry',
    description: 'Until when it leads.',
    example: '2026-11-23T09:00:00+02:00',
    form: TIME_FORM,
    remedy: 'Write date, time and time zone.',
    why: 'Without it yesterday’s lead would stay for ever.',
    ru: {
      label: 'до каких пор он главный',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME,
      why: 'Без этого вчерашний главный материал останется навсегда.',
    },
  },
  secondRank: {
    label: 'The second rank',
    description: 'The articles under the lead, in their order, and until when.',
    example: [{ id: '01JD8Z0Q5X4K2M7N9P3R6S8T0V', until: '2026-11-23T09:00:00+02:00' }],
    remedy: 'Give a list of id and until, or leave it out.',
    ru: {
      label: 'второй ряд',
      remedy: 'Перечислите id и until или уберите поле.',
    },
  },
  'secondRank[]': {
    label: 'An entry of the second rank',
    description: 'An article and until when it stands here.',
    example: { id: '01JD8Z0Q5X4K2M7N9P3R6S8T0V', until: '2026-11-23T09:00:00+02:00' },
    remedy: 'Give id and until.',
    ru: { label: 'материал второго ряда', remedy: 'Укажите id и until.' },
  },
  'secondRank[].id': {
    label: 'The id of the entry',
    description: 'The id of an article in this language.',
    example: '01JD8Z0Q5X4K2M7N9P3R6S8T0V',
    form: 'a ULID: 26 digits and capital letters without I, L, O and U',
    remedy: 'Copy the id from the article’s front matter.',
    ru: { label: 'id материала', form: ru.ULID_FORM, remedy: ru.COPY_ID },
  },
  'secondRank[].until': {
    label: 'The expiry of the entry',
    description: 'Until when it stands here.',
    example: '2026-11-23T09:00:00+02:00',
    form: TIME_FORM,
    remedy: 'Write date, time and time zone.',
    ru: {
      label: 'до каких пор он здесь',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME,
    },
  },
} as const satisfies FieldTable;
