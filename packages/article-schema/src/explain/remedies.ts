import type { FieldNotes } from '../fields/notes.ts';

/** What a field’s table says is to be done, in both languages. */
export function remediesOf({ remedy, ru }: FieldNotes): { remedy: string; ru: string } {
  return { remedy: remedy ?? 'Mend the value.', ru: ru.remedy ?? 'Исправьте значение.' };
}

/** Why a field’s rule stands, to be spread into what is told in either language. */
export const whyOf = ({ why }: { why?: string | undefined }): { why?: string } =>
  why === undefined ? {} : { why };
