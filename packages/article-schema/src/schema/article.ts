import { z } from 'zod';
import * as limits from '../limits.ts';
import {
  CONTENT_WARNINGS,
  CONTRIBUTOR_ROLES,
  CORRECTION_KINDS,
  KINDS,
  STATUSES,
} from '../vocabulary.ts';
import {
  AddressPathSchema,
  FileNameSchema,
  HttpsUrlSchema,
  LanguageSchema,
  SlugSchema,
  TimestampSchema,
  UlidSchema,
} from './primitives.ts';

const text = (max: number, min = 1) => z.string().trim().min(min).max(max);

export const ContributorSchema = z.union([
  z.strictObject({ role: z.enum(CONTRIBUTOR_ROLES), author: SlugSchema }),
  z.strictObject({ role: z.enum(CONTRIBUTOR_ROLES), name: text(120) }),
]);

/** The lead image. `alt` is required unless the image is decorative. */
export const LeadImageSchema = z.strictObject({
  file: FileNameSchema,
  alt: text(limits.ALT_MAX, limits.ALT_MIN).optional(),
  decorative: z.literal(true).optional(),
  caption: text(limits.CAPTION_MAX).optional(),
  credit: text(limits.CREDIT_MAX),
  licence: text(120).optional(),
  source: HttpsUrlSchema.optional(),
});

export const CorrectionSchema = z.strictObject({
  kind: z.enum(CORRECTION_KINDS),
  at: TimestampSchema,
  text: text(limits.TEXT_FIELD_MAX, limits.CORRECTION_MIN),
});

/** A source; the footnote `[^id]` in the text refers to it. */
export const SourceSchema = z.strictObject({
  id: SlugSchema,
  title: text(500),
  url: HttpsUrlSchema.optional(),
  archivedUrl: HttpsUrlSchema.optional(),
});

export const LiveEntrySchema = z.strictObject({
  id: SlugSchema,
  at: TimestampSchema,
  title: text(200),
  body: text(20_000),
  keyEvent: z.boolean().optional(),
  pinned: z.boolean().optional(),
});

/** Front matter of an article, as docs/article-fields.md describes it. Unknown fields are errors. */
export const FrontMatterSchema = z.strictObject({
  id: UlidSchema,
  translationKey: SlugSchema.or(UlidSchema).optional(),
  lang: LanguageSchema,
  formerAddresses: z.array(AddressPathSchema).max(limits.LIST_MAX).default([]),
  kind: z.enum(KINDS),
  title: text(limits.TITLE_MAX, limits.TITLE_MIN),
  kicker: text(limits.KICKER_MAX).optional(),
  standfirst: text(limits.STANDFIRST_MAX).optional(),
  section: SlugSchema,
  tags: z.array(SlugSchema).max(limits.LIST_MAX).default([]),
  authors: z.array(SlugSchema).max(limits.LIST_MAX).default([]),
  contributors: z.array(ContributorSchema).max(limits.LIST_MAX).default([]),
  dateline: text(80).optional(),
  publishedAt: TimestampSchema.optional(),
  updatedAt: TimestampSchema.optional(),
  status: z.enum(STATUSES),
  embargoUntil: TimestampSchema.optional(),
  leadImage: LeadImageSchema.optional(),
  corrections: z.array(CorrectionSchema).max(limits.LIST_MAX).default([]),
  editorsNote: text(limits.TEXT_FIELD_MAX).optional(),
  sources: z.array(SourceSchema).max(200).default([]),
  series: z.strictObject({ id: SlugSchema, part: z.int().min(1).max(1_000) }).optional(),
  live: z
    .strictObject({
      entries: z.array(LiveEntrySchema).max(limits.LIVE_ENTRIES_MAX),
      coverageEnd: TimestampSchema.optional(),
    })
    .optional(),
  contentWarnings: z
    .array(z.strictObject({ warning: z.enum(CONTENT_WARNINGS), note: text(300).optional() }))
    .max(10)
    .default([]),
  original: z
    .strictObject({ publisher: text(200), url: HttpsUrlSchema, licence: text(200) })
    .optional(),
  newsletter: z.strictObject({ pick: z.boolean(), blurb: text(600).optional() }).optional(),
  showAppeal: z.boolean().default(true),
});
export type FrontMatter = z.infer<typeof FrontMatterSchema>;

/** Where an article stands: the folder's language, date and slug are its address. */
export const ArticleAddressSchema = z.strictObject({
  lang: LanguageSchema,
  /** Four digits. */
  year: z.string(),
  /** Two digits. */
  month: z.string(),
  /** Two digits. */
  day: z.string(),
  slug: SlugSchema,
});
export type ArticleAddress = z.infer<typeof ArticleAddressSchema>;

/** An article without its text: what lists, feeds' heads and pages' metadata need. */
export const ArticleSchema = FrontMatterSchema.extend({
  address: ArticleAddressSchema,
  /** Folder relative to the content folder, `/`-separated, NFC. */
  folder: z.string(),
  /** 1-based line of `index.md` on which the Markdown begins. */
  bodyLine: z.int(),
});
export type Article = z.infer<typeof ArticleSchema>;
export type Correction = z.infer<typeof CorrectionSchema>;
export type Source = z.infer<typeof SourceSchema>;
export type LeadImage = z.infer<typeof LeadImageSchema>;
export type LiveEntry = z.infer<typeof LiveEntrySchema>;
export type Contributor = z.infer<typeof ContributorSchema>;
