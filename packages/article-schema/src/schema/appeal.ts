import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { APPEAL_FIELDS } from '../fields/appeal-fields.ts';
import { LanguageSchema, SlugSchema, textSchema, TimestampSchema } from './primitives.ts';

const about = (field: keyof typeof APPEAL_FIELDS) => metaOf(APPEAL_FIELDS, field);

/** Front matter of an appeal, `content/appeals/<lang>/<name>.md`. Its text is what the outlet asks, and why. */
export const AppealFrontMatterSchema = z.strictObject({
  title: textSchema(80).meta(about('title')),
  from: TimestampSchema.meta(about('from')).optional(),
  until: TimestampSchema.meta(about('until')).optional(),
});

export const AppealSchema = AppealFrontMatterSchema.extend({
  lang: LanguageSchema,
  name: SlugSchema,
  /** File relative to the content folder. */
  file: z.string(),
});
export type Appeal = z.infer<typeof AppealSchema>;
