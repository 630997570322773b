import type { z } from 'zod';
import { explainIssues } from '../explain/issues.ts';
import type { FieldTable } from '../fields/notes.ts';
import { type Finding, isRecord } from '@tamizdat/problem';

/** A record's fields that are right, even where others are not, so that all rules can run at once. */
export interface Shaped<Value> {
  /** Set where the whole record is right. */
  value?: Value;
  partial: Partial<Value>;
  findings: Finding[];
}

/** Holds plain data against a zod object; every field is tried by itself where the whole fails. */
export function shape<Schema extends z.ZodObject>(
  schema: Schema,
  data: unknown,
  table: FieldTable,
): Shaped<z.output<Schema>> {
  const whole = schema.safeParse(data);
  if (whole.success) return { value: whole.data, partial: whole.data, findings: [] };
  const findings = isRecord(data) ? explainIssues(whole.error.issues, data, table) : [NOT_A_RECORD];
  return { partial: rightFields(schema, isRecord(data) ? data : {}), findings };
}

/** The fields of plain data that are right by themselves. */
export function rightFields<Schema extends z.ZodObject>(
  schema: Schema,
  data: Record<string, unknown>,
): Partial<z.output<Schema>> {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const result = (field as z.ZodType).safeParse(data[name]);
    return result.success && result.data !== undefined ? [[name, result.data] as const] : [];
  });
  return Object.fromEntries(fields) as Partial<z.output<Schema>>;
}

const NOT_A_RECORD: Finding = {
  code: 'not-a-record',
  path: [],
  message: 'There are no fields here.',
  remedy: 'Write one field a line as “name: value”.',
  ru: {
    message: 'Здесь нет полей.',
    remedy: 'Пишите по одному полю в строке: «имя: значение».',
    example: 'title: Город у моря, где не погас свет',
  },
  example: 'title: The harbour that kept its lights on',
};
