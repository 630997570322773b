import type { FieldsChange } from './change-article.ts';
import { replaceIn } from './replacement.ts';
import { setField } from './set-field.ts';

/** A field that is to have a value, and the field below which it goes where it is missing. */
export interface SetField {
  name: string;
  value: string;
  below?: string;
}

/** Gives fields of an article their values, one after the other. Everything else stays as it is written. */
export const setFields = (fields: readonly SetField[]): FieldsChange => ({
  edit: (yaml, newline) => {
    let text = yaml;
    for (const field of fields) {
      const change = setField(text, { ...field, newline });
      if (change === undefined) return undefined;
      text = replaceIn(text, [change]);
    }
    return { start: 0, end: yaml.length, text };
  },
  apply: (values) => {
    for (const { name, value } of fields) values[name] = value;
  },
});
