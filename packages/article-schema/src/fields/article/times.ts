import { STATUSES } from '../../vocabulary.ts';
import { TIME_FORM, TIME, oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** When readers see an article, and where it came from. */
export const TIMES = {
  publishedAt: {
    label: 'The time of publication',
    description: 'When it appears; its day is the folder’s. A draft may lack it.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write date, time and time zone.',
    ru: {
      label: 'время публикации',
      description: 'Когда материал выходит; день — как у папки. У черновика может не быть.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME,
    },
  },
  updatedAt: {
    label: 'The time of the update',
    description:
      'When the text last changed in a way readers should know, or was withdrawn; required for a withdrawn article.',
    example: '2026-11-22T14:05:00+02:00',
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: {
      label: 'время обновления',
      description:
        'Когда текст последний раз менялся так, что читателям нужно об этом знать, или когда его отозвали; у отозванной статьи обязательно.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME_OR_NONE,
    },
  },
  status: {
    label: 'The status',
    description:
      'draft: not published; ready: published at its time; withdrawn: its page becomes a notice; removed: its address says only that something was removed.',
    example: 'draft',
    form: oneOf(STATUSES),
    remedy: `Write one of: ${STATUSES.join(', ')}.`,
    ru: {
      label: 'состояние',
      description:
        'draft: не публикуется; ready: выходит в своё время; withdrawn: вместо страницы остаётся уведомление; removed: по адресу сказано лишь, что материал удалён.',
      form: ru.oneOf(STATUSES),
      remedy: ru.writeOneOf(STATUSES),
    },
  },
  imported: {
    label: 'The mark “imported”',
    description:
      'That the article came from elsewhere as it is: lengths, descriptions and credits that were never written are counted, not refused. Remove it when the article is mended.',
    example: { from: 'WordPress', at: '2026-11-22T09:30:00+02:00' },
    form: 'a group of “from” and “at”',
    remedy: 'Give “from” and “at”, or leave the lines out.',
    ru: {
      label: 'отметка о переносе',
      description:
        'Статья пришла из другой системы как есть: длина, описания и авторы картинок, которых не было, считаются, но ошибками не становятся. Уберите отметку, когда приведёте статью в порядок.',
      form: 'поля from и at',
      remedy: 'Укажите from и at или уберите эти строки.',
    },
  },
  'imported.from': {
    label: 'Where it came from',
    description: 'The system or archive it came from.',
    example: 'WordPress',
    remedy: 'Name the system or archive it came from.',
    ru: {
      label: 'откуда пришла',
      description: 'Система или архив, откуда пришла статья.',
      remedy: 'Назовите систему или архив, откуда пришла статья.',
    },
  },
  'imported.at': {
    label: 'The time of the import',
    description: 'When it came.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write the time with a time zone.',
    ru: {
      label: 'когда пришла',
      description: 'Когда статью перенесли.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME,
    },
  },
  embargoUntil: {
    label: 'The end of the embargo',
    description: 'Until then the article is left out everywhere.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: {
      label: 'конец эмбарго',
      description: 'До этого времени статьи нет нигде.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME_OR_NONE,
    },
  },
} as const satisfies FieldTable;
