import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { PAGE_FIELDS } from '../fields/page-fields.ts';
import { LIST_MAX } from '../limits.ts';
import {
  AddressPathSchema,
  LanguageSchema,
  lineSchema,
  SlugSchema,
  textSchema,
  TimestampSchema,
} from './primitives.ts';

const about = (field: keyof typeof PAGE_FIELDS) => metaOf(PAGE_FIELDS, field);

/** Front matter of a fixed page, `content/pages/<lang>/<slug>.md`. Pages of one slug translate each other. */
export const PageFrontMatterSchema = z.strictObject({
  title: lineSchema(110).meta(about('title')),
  standfirst: textSchema(300).meta(about('standfirst')).optional(),
  updatedAt: TimestampSchema.meta(about('updatedAt')).optional(),
  formerAddresses: z
    .array(AddressPathSchema)
    .max(LIST_MAX)
    .meta(about('formerAddresses'))
    .optional(),
});

export const PageSchema = PageFrontMatterSchema.extend({
  lang: LanguageSchema,
  slug: SlugSchema,
  /** File relative to the content folder. */
  file: z.string(),
  bodyLine: z.int(),
});
export type Page = z.infer<typeof PageSchema>;
