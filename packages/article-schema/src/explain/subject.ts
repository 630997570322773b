import type { Case } from './case.ts';
import { tableKey } from './field-of.ts';

/** A field as Russian sentences name it; all are of one gender and case, whatever the field is called. */
export function subjectInRussian({ path, notes }: Pick<Case, 'path' | 'notes'>): string {
  return `Поле ${nameInRussian({ path, notes })}`;
}

/** What stands after “поле” or “поля”: the field’s name, and in brackets what it is. */
export function nameInRussian({ path, notes }: Pick<Case, 'path' | 'notes'>): string {
  const { label } = notes.ru;
  return `«${tableKey(path).replaceAll('[]', '')}»${label === '' ? '' : ` (${label})`}`;
}
