import { CONTRIBUTOR_ROLES } from '../../vocabulary.ts';
import { SLUG_FORM, oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** Who made an article, and where. */
export const MAKERS = {
  authors: {
    label: 'The list of authors',
    description: 'Ids of author records (content/authors/<id>.yaml); none means the newsroom.',
    example: ['anna-petrova'],
    remedy: 'Write the authors’ ids in brackets, or leave the line out: then it is the newsroom’s.',
    ru: {
      label: 'авторы',
      description:
        'Идентификаторы авторов (content/authors/<id>.yaml); если никого нет, автор — редакция.',
      remedy:
        'Напишите идентификаторы авторов в квадратных скобках или уберите строку: тогда автор — редакция.',
    },
  },
  'authors[]': {
    label: 'An author',
    description: 'The id of an author record: the file’s name without “.yaml”.',
    example: 'anna-petrova',
    form: SLUG_FORM,
    remedy: 'Write the name of a file in content/authors, without “.yaml”.',
    ru: {
      label: 'автор',
      description: 'Идентификатор автора: имя файла без «.yaml».',
      form: ru.SLUG_FORM,
      remedy: 'Напишите имя файла из content/authors без «.yaml».',
    },
  },
  contributors: {
    label: 'The list of contributors',
    description: 'Who else worked on it: a role and an author’s id or a name.',
    example: [{ role: 'translator', name: 'Li Wei' }],
    remedy: 'Write a list of roles with a name or an author each, or leave the line out.',
    ru: {
      label: 'участники',
      description: 'Кто ещё работал над материалом: роль и идентификатор автора или имя.',
      remedy: 'Перечислите роли, каждую с именем или автором, или уберите строку.',
      example: [{ role: 'translator', name: 'Ли Вэй' }],
    },
  },
  'contributors[]': {
    label: 'A contributor',
    description: 'A role, and either an author’s id or a name.',
    example: { role: 'photographer', author: 'anna-petrova' },
    form: 'a role with either “author” (an id) or “name”',
    remedy: 'Give a role and either “author” or “name”.',
    ru: {
      label: 'участник',
      description: 'Роль и либо идентификатор автора, либо имя.',
      form: 'роль и либо «author» (идентификатор), либо «name» (имя)',
      remedy: 'Укажите роль и либо «author», либо «name».',
    },
  },
  'contributors[].role': {
    label: 'The role',
    description: 'What the contributor did.',
    example: 'translator',
    form: oneOf(CONTRIBUTOR_ROLES),
    remedy: `Write one of: ${CONTRIBUTOR_ROLES.join(', ')}.`,
    ru: {
      label: 'роль',
      description: 'Что сделал участник.',
      form: ru.oneOf(CONTRIBUTOR_ROLES),
      remedy: ru.writeOneOf(CONTRIBUTOR_ROLES),
    },
  },
  'contributors[].author': {
    label: 'The contributor’s author id',
    description: 'The id of an author record.',
    example: 'anna-petrova',
    form: SLUG_FORM,
    remedy: 'Write the name of a file in content/authors without “.yaml”, or use “name”.',
    ru: {
      label: 'участник из списка авторов',
      description: 'Идентификатор автора.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите имя файла из content/authors без «.yaml» или возьмите «name».',
    },
  },
  'contributors[].name': {
    label: 'The contributor’s name',
    description: 'A name as it is printed, where there is no author record.',
    example: 'Li Wei',
    remedy: 'Write the name as it is to be printed.',
    ru: {
      label: 'имя участника',
      description: 'Имя, как его печатать, если у участника нет записи автора.',
      remedy: 'Напишите имя так, как его печатать.',
      example: 'Ли Вэй',
    },
  },
  dateline: {
    text: 'typeset',
    label: 'The dateline',
    description: 'The place it was reported from, as free text.',
    example: 'Odesa',
    remedy: 'Leave it out where the place endangers someone.',
    ru: {
      label: 'место',
      description: 'Откуда материал, свободным текстом.',
      remedy: 'Уберите поле, если место кому-то грозит бедой.',
      example: 'Одесса',
    },
  },
} as const satisfies FieldTable;
