import { TIME_FORM, ULID_FORM, WRITE_TIME, WRITE_TIME_OR_NONE } from './forms.ts';

/** What the fields of a fixed page are in Russian. */
export const PAGE_IN_RUSSIAN = {
  title: { label: 'заголовок', remedy: 'Напишите заголовок.' },
  standfirst: {
    label: 'подводка',
    remedy: 'Напишите одно-два предложения или уберите строку.',
  },
  updatedAt: { label: 'время обновления', form: TIME_FORM, remedy: WRITE_TIME_OR_NONE },
  formerAddresses: {
    label: 'прежние адреса',
    remedy: 'Перечислите прежние адреса или уберите строку.',
  },
  'formerAddresses[]': {
    label: 'прежний адрес',
    form: 'путь из частей (строчные латинские буквы, цифры и одиночные дефисы), с «/» между ними и без «.html»',
    remedy: 'Напишите путь, который стоял после имени сайта, без «.html».',
  },
} as const;

const COPY_ID = 'Скопируйте id из начала файла статьи.';

/** What the fields of an edited front page are in Russian. */
export const FRONT_IN_RUSSIAN = {
  lead: {
    label: 'главный материал',
    remedy: 'Укажите id и until или уберите поле: тогда главным будет самый новый материал.',
  },
  'lead.id': { label: 'id главного материала', form: ULID_FORM, remedy: COPY_ID },
  'lead.until': {
    label: 'до каких пор он главный',
    form: TIME_FORM,
    remedy: WRITE_TIME,
    why: 'Без этого вчерашний главный материал останется навсегда.',
  },
  secondRank: {
    label: 'второй ряд',
    remedy: 'Перечислите id и until или уберите поле.',
  },
  'secondRank[]': { label: 'материал второго ряда', remedy: 'Укажите id и until.' },
  'secondRank[].id': { label: 'id материала', form: ULID_FORM, remedy: COPY_ID },
  'secondRank[].until': {
    label: 'до каких пор он здесь',
    form: TIME_FORM,
    remedy: WRITE_TIME,
  },
} as const;
