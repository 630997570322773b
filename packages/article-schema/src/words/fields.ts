import type { FieldNotes, FieldTable } from '../fields/notes.ts';
import { english } from './english.ts';
import { isPlural, PLURAL_CATEGORIES, type PluralForms, type WordGroup } from './plural-forms.ts';
import { MAY_BE_EMPTY } from './special-words.ts';
import { placeholdersOf } from './template.ts';

/** Notes for every word, made from the English ones: the English text is the example. */
export const WORDS_FIELDS: FieldTable = Object.fromEntries(notesOfGroup(english, []));

function notesOfGroup(group: WordGroup, path: readonly string[]): [string, FieldNotes][] {
  return Object.entries(group).flatMap(([name, word]): [string, FieldNotes][] => {
    const here = [...path, name];
    const field = here.join('.');
    if (typeof word === 'string') return [[field, wordNotes(field, word)]];
    const inner = word as WordGroup;
    const notes: FieldNotes = {
      label: `The group “${field}”`,
      description: 'A group of words.',
      example: inner,
      form: 'a group of words',
      remedy: 'Write one word a line, indented under the group’s name.',
      ru: {
        label: 'группа слов',
        form: 'группу слов',
        remedy: 'Напишите по одному слову в строке, с отступом под именем группы.',
      },
    };
    const parts = isPlural(inner)
      ? pluralNotes(inner as PluralForms, here)
      : notesOfGroup(inner, here);
    return [[field, notes], ...parts];
  });
}

function wordNotes(field: string, text: string): FieldNotes {
  const open = placeholdersOf(text).map((name) => `{${name}}`);
  return {
    label: `The word “${field}”`,
    description:
      MAY_BE_EMPTY[field] ??
      (open.length > 0 ? `Keep ${open.join(' and ')}: it is filled in.` : 'Plain text.'),
    example: text,
    remedy: 'Translate the English text.',
    ru: { label: 'слово', remedy: 'Переведите английский текст.' },
  };
}

function pluralNotes(forms: PluralForms, path: readonly string[]): [string, FieldNotes][] {
  return PLURAL_CATEGORIES.map((category) => {
    const field = [...path, category].join('.');
    const notes = wordNotes(field, forms[category] ?? forms.other);
    return [field, { ...notes, description: `For numbers of the category “${category}”.` }];
  });
}
