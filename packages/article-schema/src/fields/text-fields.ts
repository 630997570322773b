import { type FieldPath, isRecord } from '@tamizdat/problem';
import type { FieldTable, TextKind } from './notes.ts';

/** Where texts stand in a record: by name, in every item of a list by `[]`; `true` is a text. */
export type TextFields = true | ReadonlyMap<string, TextFields>;

/** The fields of a table that are printed in some way. */
export function textFields(table: FieldTable, kinds: readonly TextKind[]): TextFields {
  const fields = new Map<string, TextFields>();
  for (const [field, { text }] of Object.entries(table)) {
    if (text === undefined || !kinds.includes(text)) continue;
    let at = fields;
    const steps = field.replaceAll('[]', '.[]').split('.');
    for (const step of steps.slice(0, -1)) {
      const inner = at.get(step);
      const next =
        inner instanceof Map ? (inner as Map<string, TextFields>) : new Map<string, TextFields>();
      at.set(step, next);
      at = next;
    }
    at.set(steps.at(-1) ?? '', true);
  }
  return fields;
}

/** Paths of the texts in a record, right or wrong otherwise; of fields that are not there too, unless a list should hold them. */
export function listTexts(value: unknown, fields: TextFields, path: FieldPath = []): FieldPath[] {
  if (fields === true) return [path];
  return [...fields].flatMap(([step, inner]) => {
    if (step !== '[]')
      return listTexts(isRecord(value) ? value[step] : undefined, inner, [...path, step]);
    return Array.isArray(value)
      ? value.flatMap((item, index) => listTexts(item, inner, [...path, index]))
      : [];
  });
}

/** A record with its texts changed; what is not there is left out. */
export function mapTexts<Item>(
  value: Item,
  fields: TextFields,
  change: (text: string) => string,
): Item {
  return mapped(value, fields, change) as Item;
}

function mapped(value: unknown, fields: TextFields, change: (text: string) => string): unknown {
  if (fields === true) return typeof value === 'string' ? change(value) : value;
  const ofEach = fields.get('[]');
  if (ofEach !== undefined)
    return Array.isArray(value) ? value.map((item) => mapped(item, ofEach, change)) : value;
  if (!isRecord(value)) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const [step, inner] of fields)
    if (copy[step] !== undefined) copy[step] = mapped(copy[step], inner, change);
  return copy;
}
