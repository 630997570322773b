import { taxonFields } from './taxon-fields.ts';
import type { FieldTable } from '../notes.ts';

/** What articles are listed by. */
export const LISTS = {
  ...taxonFields(
    'sections',
    'section',
    { id: 'culture', name: { en: 'Culture', ru: 'Культура' } },
    ['разделы', 'раздел', 'раздела'],
  ),
  ...taxonFields('tags', 'tag', { id: 'energy', name: { en: 'Energy', ru: 'Энергетика' } }, [
    'темы',
    'тема',
    'темы',
  ]),
  'tags[].name': {
    label: 'The name of the tag',
    description: 'In each language in which an article uses the tag.',
    example: { en: 'Culture', ru: 'Культура' },
    remedy: 'Write it in each language in which an article uses the tag.',
    ru: {
      label: 'название темы',
      remedy: 'Напишите на каждом языке, на котором тема стоит у статьи.',
    },
  },
  'tags[].description': {
    label: 'The description of the tag',
    description: 'A sentence, in each language in which it has a name.',
    example: { en: 'Books and theatre.', ru: 'Книги и театр.' },
    remedy: 'Write it in each language in which the tag has a name, or leave it out.',
    ru: {
      label: 'описание темы',
      remedy: 'Напишите на каждом языке, на котором у темы есть название, или уберите.',
    },
  },
  ...taxonFields('series', 'series', { id: 'winter', name: { en: 'Winter', ru: 'Зима' } }, [
    'серии',
    'серия',
    'серии',
  ]),
} as const satisfies FieldTable;
