import { SLUG_FORM, URL_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const SOURCE = { id: 'grid-report', title: 'Годовой отчёт энергосетей' };

/** What an article rests on, and the series it is a part of. */
export const SOURCES = {
  sources: {
    label: 'The list of sources',
    description: 'What the article rests on; the footnote [^id] in the text refers to one.',
    example: [
      {
        id: 'grid-report',
        title: 'Annual report of the grid operator',
        url: 'https://example.org/r',
      },
    ],
    remedy: 'Write a list of id and title, or leave the line out.',
    ru: {
      label: 'источники',
      description: 'На чём основан материал; сноска [^id] в тексте ведёт к источнику.',
      remedy: 'Перечислите источники (id и title) или уберите строку.',
      example: [{ ...SOURCE, url: 'https://example.org/r' }],
    },
  },
  'sources[]': {
    label: 'A source',
    description: 'One thing the article rests on.',
    example: { id: 'grid-report', title: 'Annual report of the grid operator' },
    remedy: 'Give id and title, and an address where there is one.',
    ru: {
      label: 'источник',
      description: 'То, на чём основан материал.',
      remedy: 'Укажите id и title и адрес, если он есть.',
      example: SOURCE,
    },
  },
  'sources[].id': {
    label: 'The id of the source',
    description: 'The name that the footnote uses.',
    example: 'grid-report',
    form: SLUG_FORM,
    remedy: 'Write a short name; the footnote in the text is then [^grid-report].',
    ru: {
      label: 'имя источника',
      description: 'Имя, по которому на него ссылается сноска.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя; сноска в тексте будет такой: [^grid-report].',
    },
  },
  'sources[].title': {
    text: 'typeset',
    label: 'The title of the source',
    description: 'What it is, as it is to be printed.',
    example: 'Annual report of the grid operator',
    remedy: 'Write what the source is.',
    ru: {
      label: 'название источника',
      description: 'Что это, как его печатать.',
      remedy: 'Напишите, что это за источник.',
      example: SOURCE.title,
    },
  },
  'sources[].url': {
    label: 'The address of the source',
    description: 'Where it can be read.',
    example: 'https://example.org/report',
    form: URL_FORM,
    remedy: 'Write the whole https address, or leave the line out.',
    ru: {
      label: 'адрес источника',
      description: 'Где его можно прочесть.',
      form: ru.URL_FORM,
      remedy: ru.WRITE_URL_OR_NONE,
    },
  },
  'sources[].archivedUrl': {
    label: 'The archived address of the source',
    description: 'A copy that stays when the original goes.',
    example: 'https://web.archive.org/web/2026/https://example.org/report',
    form: URL_FORM,
    remedy: 'Write the whole https address, or leave the line out.',
    ru: {
      label: 'адрес архивной копии',
      description: 'Копия, которая останется, когда оригинал пропадёт.',
      form: ru.URL_FORM,
      remedy: ru.WRITE_URL_OR_NONE,
    },
  },
  series: {
    label: 'The series',
    description: 'The series in outlet.yaml it belongs to, and which part it is.',
    example: { id: 'winter', part: 2 },
    remedy: 'Give id and part, or leave the line out.',
    ru: {
      label: 'серия',
      description: 'К какой серии из outlet.yaml относится материал и какая это часть.',
      remedy: 'Укажите id и part или уберите строку.',
    },
  },
  'series.id': {
    label: 'The id of the series',
    description: 'The id of a series in outlet.yaml.',
    example: 'winter',
    form: SLUG_FORM,
    remedy: 'Write the id of a series in outlet.yaml.',
    ru: {
      label: 'имя серии',
      description: 'Идентификатор серии из outlet.yaml.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите идентификатор серии из outlet.yaml.',
    },
  },
  'series.part': {
    label: 'The part of the series',
    description: 'Which part it is; each part once a language.',
    example: 2,
    form: 'a whole number from 1',
    remedy: 'Write the number of the part.',
    ru: {
      label: 'часть серии',
      description: 'Какая это часть; каждая один раз на язык.',
      form: 'целое число от 1',
      remedy: 'Напишите номер части.',
    },
  },
} as const satisfies FieldTable;
