import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { SUPPORT_FIELDS } from '../fields/support-fields.ts';
import {
  NEWSLETTER_ARTICLES,
  NEWSLETTER_FREQUENCIES,
  NEWSLETTER_PICTURES,
  NEWSLETTER_PROVIDERS,
} from '../vocabulary.ts';
import { LanguageSchema, SlugSchema, textSchema } from './primitives.ts';
import { FormAddressSchema } from './web-address.ts';

const about = (field: keyof typeof SUPPORT_FIELDS) => metaOf(SUPPORT_FIELDS, field);

const ProviderSchema = z.strictObject({
  kind: z.enum(NEWSLETTER_PROVIDERS).meta(about('newsletters[].provider.kind')),
  action: FormAddressSchema.meta(about('newsletters[].provider.action')),
  /** The name of the form's field for the address; the provider's usual one where absent. */
  field: textSchema(60).optional(),
  /** Fields sent along unseen, as the provider asks. */
  hidden: z.record(textSchema(60), textSchema(200, 0)).optional(),
  /** The name of a field that people leave empty and machines fill in. */
  honeypot: textSchema(60).optional(),
});

/** One newsletter of `content/outlet.yaml`. */
export const NewsletterSchema = z.strictObject({
  id: SlugSchema.meta(about('newsletters[].id')),
  lang: LanguageSchema,
  name: textSchema(80),
  description: textSchema(600),
  frequency: z.enum(NEWSLETTER_FREQUENCIES).meta(about('newsletters[].frequency')),
  /** Absent: links. */
  articles: z.enum(NEWSLETTER_ARTICLES).meta(about('newsletters[].articles')).optional(),
  /** Absent: small. */
  pictures: z.enum(NEWSLETTER_PICTURES).meta(about('newsletters[].pictures')).optional(),
  provider: ProviderSchema.meta(about('newsletters[].provider')),
  privacy: SlugSchema.meta(about('newsletters[].privacy')),
});
export type Newsletter = z.infer<typeof NewsletterSchema>;
