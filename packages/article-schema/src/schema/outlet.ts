import { z } from 'zod';
import {
  FileNameSchema,
  HttpsUrlSchema,
  LanguageSchema,
  LocalizedTextSchema,
  SlugSchema,
} from './primitives.ts';

const ColourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);

/** One language's edition: direction and locale as BCP 47 and Unicode CLDR name them. */
export const EditionSchema = z.strictObject({
  code: LanguageSchema,
  /** The language's own name, as its readers write it. */
  name: z.string().min(1).max(60),
  dir: z.enum(['ltr', 'rtl']).default('ltr'),
  locale: z.string().min(2).max(35),
});

export const TaxonSchema = z.strictObject({
  id: SlugSchema,
  name: LocalizedTextSchema,
  description: LocalizedTextSchema.optional(),
});

/** Tag URI authority of RFC 4151: a name the outlet held on a date. Never changed. */
export const TagAuthoritySchema = z.strictObject({
  domain: z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/),
  date: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
});

/** One link of the site's navigation: a section or a fixed page. */
export const NavigationEntrySchema = z.union([
  z.strictObject({ section: SlugSchema }),
  z.strictObject({ page: SlugSchema }),
]);

/** `content/outlet.yaml`. The first edition is the default language. */
export const OutletSchema = z.strictObject({
  name: LocalizedTextSchema,
  tagline: LocalizedTextSchema.optional(),
  description: LocalizedTextSchema,
  /** Origin base: https address with a trailing slash where it has a path. */
  origin: HttpsUrlSchema,
  tagAuthority: TagAuthoritySchema,
  languages: z.array(EditionSchema).min(1).max(20),
  timeZone: z.string().min(1).max(60),
  sections: z.array(TaxonSchema).min(1).max(40),
  tags: z.array(TaxonSchema).max(5_000).default([]),
  series: z.array(TaxonSchema).max(1_000).default([]),
  navigation: z.array(NavigationEntrySchema).max(20).default([]),
  /** Fixed pages linked in the footer, by slug. */
  footer: z.array(SlugSchema).max(20).default([]),
  principles: SlugSchema.optional(),
  ownership: SlugSchema.optional(),
  contact: SlugSchema.optional(),
  licence: z.strictObject({ name: LocalizedTextSchema, url: HttpsUrlSchema.optional() }),
  /** The accent colour for either theme, checked for contrast AA on its ground. */
  accent: z.strictObject({ light: ColourSchema, dark: ColourSchema }).optional(),
  /** The outlet's mark: an SVG beside outlet.yaml. */
  mark: FileNameSchema.optional(),
  social: z
    .array(z.strictObject({ name: z.string().min(1).max(60), url: HttpsUrlSchema }))
    .max(20)
    .default([]),
  rootFingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type Outlet = z.infer<typeof OutletSchema>;
export type Edition = z.infer<typeof EditionSchema>;
export type Taxon = z.infer<typeof TaxonSchema>;
