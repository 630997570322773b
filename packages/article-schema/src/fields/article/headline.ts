import { SLUG_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** What stands over an article, and on which lists it stands. */
export const HEADLINE = {
  title: {
    text: 'typeset',
    label: 'The title',
    description: 'The headline, 10 to 110 characters, without a full stop at the end.',
    example: 'The port city that kept its lights on',
    remedy: 'Write the headline.',
    ru: {
      label: 'заголовок',
      description: 'Заголовок: от 10 до 110 символов, без точки в конце.',
      remedy: 'Напишите заголовок.',
      example: 'Город у моря, где не погас свет',
    },
  },
  kicker: {
    text: 'typeset',
    label: 'The kicker',
    description: 'One or two words over the headline.',
    example: 'Energy',
    remedy: 'Write one or two words, or leave the line out.',
    ru: {
      label: 'надзаголовок',
      description: 'Одно-два слова над заголовком.',
      remedy: 'Напишите одно-два слова или уберите строку.',
      example: 'Энергетика',
    },
  },
  standfirst: {
    text: 'typeset',
    label: 'The standfirst',
    description: 'Two or three sentences under the headline; lists, feeds and search show it.',
    example: 'Three winters of blackouts taught one town to make its own power.',
    remedy: 'Write two or three sentences, or leave the line out.',
    ru: {
      label: 'подводка',
      description: 'Два-три предложения под заголовком; их видно в списках, лентах и поиске.',
      remedy: 'Напишите два-три предложения или уберите строку.',
      example: 'Три зимы без света научили один город вырабатывать его самому.',
    },
  },
  section: {
    label: 'The section',
    description: 'The id of one of the sections in outlet.yaml.',
    example: 'politics',
    form: SLUG_FORM,
    remedy: 'Write the id of a section in outlet.yaml.',
    ru: {
      label: 'раздел',
      description: 'Идентификатор одного из разделов в outlet.yaml.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите идентификатор раздела из outlet.yaml.',
    },
  },
  tags: {
    label: 'The list of tags',
    description: 'Ids of tags in outlet.yaml; related articles are found by them.',
    example: ['energy', 'cities'],
    remedy: 'Write the tags’ ids in brackets, or leave the line out.',
    ru: {
      label: 'темы',
      description: 'Идентификаторы тем из outlet.yaml; по ним находят похожие статьи.',
      remedy: 'Напишите идентификаторы тем в квадратных скобках или уберите строку.',
    },
  },
  'tags[]': {
    label: 'A tag',
    description: 'The id of a tag in outlet.yaml.',
    example: 'energy',
    form: SLUG_FORM,
    remedy: 'Write the id of a tag in outlet.yaml.',
    ru: {
      label: 'тема',
      description: 'Идентификатор темы из outlet.yaml.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите идентификатор темы из outlet.yaml.',
    },
  },
} as const satisfies FieldTable;
