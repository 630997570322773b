import { SLUG_FORM } from '../forms.ts';
import type { FieldNotes } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** The name of a fixed page; `label` is what it is in Russian. */
export const pageField = (what: string, example: string, label: string): FieldNotes => ({
  label: `The page of ${what}`,
  description: `The name of the fixed page about ${what}: its file without “.md”.`,
  example,
  form: SLUG_FORM,
  remedy: 'Write the name of a file in content/pages/<language>, without “.md”.',
  ru: {
    label,
    form: ru.SLUG_FORM,
    remedy: 'Напишите имя файла из content/pages/<язык> без «.md».',
  },
});
