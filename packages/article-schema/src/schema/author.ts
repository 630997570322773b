import { z } from 'zod';
import { AUTHOR_FIELDS } from '../fields/author-fields.ts';
import { metaOf } from '../fields/notes.ts';
import {
  FileNameSchema,
  FormerAddressesSchema,
  FormerFeedsSchema,
  lineSchema,
  LocalizedLineSchema,
  LocalizedTextSchema,
  SlugSchema,
} from './primitives.ts';
import { HttpsUrlSchema } from './web-address.ts';

const about = (field: keyof typeof AUTHOR_FIELDS) => metaOf(AUTHOR_FIELDS, field);

/** `content/authors/<id>.yaml`. A pseudonymous record holds neither photo, e-mail, place nor links. */
export const AuthorFileSchema = z.strictObject({
  name: LocalizedLineSchema.meta(about('name')),
  bio: LocalizedTextSchema.meta(about('bio')).optional(),
  role: LocalizedLineSchema.meta(about('role')).optional(),
  pseudonym: z.boolean().meta(about('pseudonym')).default(false),
  photo: FileNameSchema.meta(about('photo')).optional(),
  email: z.email().meta(about('email')).optional(),
  place: LocalizedTextSchema.meta(about('place')).optional(),
  links: z
    .array(
      z.strictObject({
        name: lineSchema(80).meta(about('links[].name')),
        url: HttpsUrlSchema.meta(about('links[].url')),
      }),
    )
    .max(20)
    .meta(about('links'))
    .default([]),
  formerAddresses: FormerAddressesSchema.meta(about('formerAddresses')).optional(),
  formerFeeds: FormerFeedsSchema.meta(about('formerFeeds')).optional(),
});

export const AuthorSchema = AuthorFileSchema.extend({ id: SlugSchema });
export type Author = z.infer<typeof AuthorSchema>;
