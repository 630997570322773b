import { z } from 'zod';
import { LanguageSchema, SlugSchema, TimestampSchema } from './primitives.ts';

/** Front matter of a fixed page, `content/pages/<lang>/<slug>.md`. Pages of one slug translate each other. */
export const PageFrontMatterSchema = z.strictObject({
  title: z.string().trim().min(1).max(110),
  standfirst: z.string().trim().max(300).optional(),
  updatedAt: TimestampSchema.optional(),
});

export const PageSchema = PageFrontMatterSchema.extend({
  lang: LanguageSchema,
  slug: SlugSchema,
  /** File relative to the content folder. */
  file: z.string(),
  bodyLine: z.int(),
});
export type Page = z.infer<typeof PageSchema>;
