import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { OUTLET_FIELDS } from '../fields/outlet-fields.ts';
import { isDay, isTimeZone } from '../rules/instant.ts';
import { LocaleSchema } from './locale.ts';
import { NewsletterSchema } from './newsletter.ts';
import {
  FileNameSchema,
  FormerAddressesSchema,
  FormerFeedsSchema,
  LanguageSchema,
  lineSchema,
  LocalizedLineSchema,
  LocalizedTextSchema,
  SlugSchema,
} from './primitives.ts';
import { SupportSchema } from './support.ts';
import { HttpsUrlSchema } from './web-address.ts';

const about = (field: string) => metaOf(OUTLET_FIELDS, field);

const ColourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);

/** One language's edition: direction and locale as BCP 47 and Unicode CLDR name them. */
export const EditionSchema = z.strictObject({
  code: LanguageSchema.meta(about('languages[].code')),
  /** The language's own name, as its readers write it. */
  name: lineSchema(60).meta(about('languages[].name')),
  dir: z.enum(['ltr', 'rtl']).meta(about('languages[].dir')).default('ltr'),
  locale: LocaleSchema.meta(about('languages[].locale')),
});

/** A series: a list of its own, without a feed. */
export const TaxonSchema = z.strictObject({
  id: SlugSchema.meta({ description: 'Stands in addresses and in articles; never changed.' }),
  name: LocalizedLineSchema.meta({ description: 'In each of the outlet’s languages.' }),
  description: LocalizedTextSchema.meta({
    description: 'A sentence, in each of the outlet’s languages.',
  }).optional(),
  formerAddresses: FormerAddressesSchema.meta(about('sections[].formerAddresses')).optional(),
});

/** A section or tag: its list has a feed. */
const FollowedTaxonSchema = TaxonSchema.extend({
  formerFeeds: FormerFeedsSchema.meta(about('sections[].formerFeeds')).optional(),
});

const TagSchema = FollowedTaxonSchema.extend({
  name: LocalizedLineSchema.meta(about('tags[].name')),
  description: LocalizedTextSchema.meta(about('tags[].description')).optional(),
});

/** Tag URI authority of RFC 4151: a name the outlet held on a date. Never changed. */
export const TagAuthoritySchema = z.strictObject({
  domain: z
    .string()
    .regex(/^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)
    .meta(about('tagAuthority.domain')),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .refine(isDay)
    .meta(about('tagAuthority.date')),
});

/** One link of the site's navigation: a section or a fixed page. */
export const NavigationEntrySchema = z.union([
  z.strictObject({ section: SlugSchema.meta(about('navigation[].section')) }),
  z.strictObject({ page: SlugSchema.meta(about('navigation[].page')) }),
]);

/** `content/outlet.yaml`. The first edition is the default language. */
export const OutletSchema = z.strictObject({
  name: LocalizedLineSchema.meta(about('name')),
  tagline: LocalizedLineSchema.meta(about('tagline')).optional(),
  description: LocalizedTextSchema.meta(about('description')),
  /** Origin base: https address with a trailing slash where it has a path. */
  origin: HttpsUrlSchema.meta(about('origin')),
  tagAuthority: TagAuthoritySchema.meta(about('tagAuthority')),
  languages: z.array(EditionSchema).min(1).max(20).meta(about('languages')),
  timeZone: z.string().max(60).refine(isTimeZone).meta(about('timeZone')),
  sections: z.array(FollowedTaxonSchema).min(1).max(40).meta(about('sections')),
  tags: z.array(TagSchema).max(5_000).meta(about('tags')).default([]),
  series: z.array(TaxonSchema).max(1_000).meta(about('series')).default([]),
  /** Of the feeds of whole editions. */
  formerFeeds: FormerFeedsSchema.meta(about('formerFeeds')).optional(),
  navigation: z.array(NavigationEntrySchema).max(20).meta(about('navigation')).default([]),
  /** Fixed pages linked in the footer, by slug. */
  footer: z.array(SlugSchema).max(20).meta(about('footer')).default([]),
  principles: SlugSchema.meta(about('principles')).optional(),
  ownership: SlugSchema.meta(about('ownership')).optional(),
  contact: SlugSchema.meta(about('contact')).optional(),
  licence: z
    .strictObject({
      name: LocalizedLineSchema.meta(about('licence.name')),
      url: HttpsUrlSchema.meta(about('licence.url')).optional(),
    })
    .meta(about('licence')),
  /** The accent colour for either theme, checked for contrast AA on its ground. */
  accent: z
    .strictObject({
      light: ColourSchema.meta(about('accent.light')),
      dark: ColourSchema.meta(about('accent.dark')),
    })
    .meta(about('accent'))
    .optional(),
  /** The outlet's mark: an SVG beside outlet.yaml. */
  mark: FileNameSchema.meta(about('mark')).optional(),
  social: z
    .array(
      z.strictObject({
        name: lineSchema(60).meta(about('social[].name')),
        url: HttpsUrlSchema.meta(about('social[].url')),
      }),
    )
    .max(20)
    .meta(about('social'))
    .default([]),
  /** As it is printed: in groups of four digits or unbroken; unbroken, in small letters, where it is read. */
  rootFingerprint: z
    .string()
    .regex(/^(?:[0-9A-Fa-f]{4} ?){16}$/)
    .overwrite((digits) => digits.replaceAll(' ', '').toLowerCase())
    .meta(about('rootFingerprint'))
    .optional(),
  /** Places outside the site that publish the fingerprint. */
  fingerprintAt: z
    .array(
      z.strictObject({
        name: lineSchema(60).meta(about('fingerprintAt[].name')),
        url: HttpsUrlSchema.meta(about('fingerprintAt[].url')),
      }),
    )
    .max(20)
    .meta(about('fingerprintAt'))
    .default([]),
  /** The file with which readers check a copy. */
  program: z
    .strictObject({
      url: HttpsUrlSchema.meta(about('program.url')),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .meta(about('program.sha256')),
    })
    .meta(about('program'))
    .optional(),
  /** The service worker with which pages go on opening where the site is blocked. */
  reader: z
    .strictObject({
      worker: z.boolean().meta(about('reader.worker')).default(false),
      days: z.int().min(0).max(30).meta(about('reader.days')).default(7),
    })
    .meta(about('reader'))
    .optional(),
  /** Books of articles in the tree: of how many weeks and months whose days are over. */
  books: z
    .strictObject({
      weeks: z.int().min(0).max(52).meta(about('books.weeks')).default(0),
      months: z.int().min(0).max(24).meta(about('books.months')).default(0),
    })
    .meta(about('books'))
    .optional(),
  support: SupportSchema.optional(),
  newsletters: z.array(NewsletterSchema).max(20).meta(about('newsletters')).default([]),
});
export type Outlet = z.infer<typeof OutletSchema>;
export type Edition = z.infer<typeof EditionSchema>;
export type Taxon = z.infer<typeof TaxonSchema>;
