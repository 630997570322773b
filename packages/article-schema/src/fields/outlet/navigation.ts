import { SLUG_FORM } from '../forms.ts';
import { pageField } from './page-field.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** What every page leads to. */
export const NAVIGATION = {
  navigation: {
    label: 'The navigation',
    description: 'Sections and fixed pages in the header, in their order.',
    example: [{ section: 'culture' }, { page: 'about' }],
    remedy: 'Write a list of “section: id” and “page: name”.',
    ru: {
      label: 'меню',
      remedy: 'Перечислите «section: id» и «page: имя».',
    },
  },
  'navigation[]': {
    label: 'An entry of the navigation',
    description: 'A section or a fixed page.',
    example: { section: 'culture' },
    remedy: 'Write “section: id” or “page: name”.',
    ru: {
      label: 'пункт меню',
      remedy: 'Напишите «section: id» или «page: имя».',
    },
  },
  'navigation[].section': {
    label: 'The section',
    description: 'The id of a section.',
    example: 'culture',
    form: SLUG_FORM,
    remedy: 'Write the id of a section.',
    ru: {
      label: 'раздел',
      form: ru.SLUG_FORM,
      remedy: 'Напишите идентификатор раздела.',
    },
  },
  'navigation[].page': pageField('the entry', 'about', 'страница меню'),
  footer: {
    label: 'The footer',
    description: 'Fixed pages linked in the footer, in their order.',
    example: ['about', 'privacy'],
    remedy: 'Write the pages’ names in brackets.',
    ru: {
      label: 'подвал сайта',
      remedy: 'Напишите имена страниц в квадратных скобках.',
    },
  },
  'footer[]': pageField('the footer', 'about', 'страница подвала'),
  principles: pageField('the principles', 'principles', 'страница о принципах'),
  ownership: pageField('ownership and funding', 'about', 'страница о владельцах и деньгах'),
  contact: pageField('contact', 'contact', 'страница контактов'),
} as const satisfies FieldTable;
