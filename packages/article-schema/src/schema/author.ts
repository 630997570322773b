import { z } from 'zod';
import { FileNameSchema, HttpsUrlSchema, LocalizedTextSchema, SlugSchema } from './primitives.ts';

/** `content/authors/<id>.yaml`. A pseudonymous record holds neither photo, e-mail, place nor links. */
export const AuthorFileSchema = z.strictObject({
  name: LocalizedTextSchema,
  bio: LocalizedTextSchema.optional(),
  role: LocalizedTextSchema.optional(),
  pseudonym: z.boolean().default(false),
  photo: FileNameSchema.optional(),
  email: z.email().optional(),
  place: LocalizedTextSchema.optional(),
  links: z
    .array(z.strictObject({ name: z.string().min(1).max(80), url: HttpsUrlSchema }))
    .max(20)
    .default([]),
});

export const AuthorSchema = AuthorFileSchema.extend({ id: SlugSchema });
export type Author = z.infer<typeof AuthorSchema>;
