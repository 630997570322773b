import type { FieldsChange } from '../edit/change-article.ts';
import { replaceIn } from '../edit/replacement.ts';
import { setField } from '../edit/set-field.ts';

/** Makes an article ready: its status, and its time of publication. Other fields stay as written. */
export const readyChange = (publishedAt: string): FieldsChange => ({
  edit: (yaml, newline) => {
    const status = setField(yaml, { name: 'status', value: 'ready', newline });
    if (status === undefined) return undefined;
    const ready = replaceIn(yaml, [status]);
    const time = setField(ready, { name: 'publishedAt', value: publishedAt, newline });
    if (time === undefined) return undefined;
    return { start: 0, end: yaml.length, text: replaceIn(ready, [time]) };
  },
  apply: (fields) => {
    fields['status'] = 'ready';
    fields['publishedAt'] = publishedAt;
  },
});
