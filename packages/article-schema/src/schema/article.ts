import { z } from 'zod';
import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { metaOf } from '../fields/notes.ts';
import * as limits from '../limits.ts';
import {
  CONTENT_WARNINGS,
  CONTRIBUTOR_ROLES,
  CORRECTION_KINDS,
  KINDS,
  ADVICE,
  STATUSES,
} from '../vocabulary.ts';
import {
  AddressPathSchema,
  FileNameSchema,
  LanguageSchema,
  lineSchema,
  SlugSchema,
  textSchema,
  TimestampSchema,
  UlidSchema,
} from './primitives.ts';
import { HttpsUrlSchema } from './web-address.ts';

const text = textSchema;
const about = (field: keyof typeof ARTICLE_FIELDS) => metaOf(ARTICLE_FIELDS, field);

export const ContributorSchema = z.union([
  z.strictObject({
    role: z.enum(CONTRIBUTOR_ROLES).meta(about('contributors[].role')),
    author: SlugSchema.meta(about('contributors[].author')),
  }),
  z.strictObject({
    role: z.enum(CONTRIBUTOR_ROLES).meta(about('contributors[].role')),
    name: lineSchema(120).meta(about('contributors[].name')),
  }),
]);

/** The lead image. `alt` is required unless the image is decorative. */
export const LeadImageSchema = z.strictObject({
  file: FileNameSchema.meta(about('leadImage.file')),
  alt: text(limits.ALT_MAX, limits.ALT_MIN).meta(about('leadImage.alt')).optional(),
  decorative: z.literal(true).meta(about('leadImage.decorative')).optional(),
  caption: text(limits.CAPTION_MAX).meta(about('leadImage.caption')).optional(),
  credit: lineSchema(limits.CREDIT_MAX).meta(about('leadImage.credit')),
  licence: text(120).meta(about('leadImage.licence')).optional(),
  source: HttpsUrlSchema.meta(about('leadImage.source')).optional(),
});

/** The lead image of an imported article: where `alt` or `credit` is missing, pages say that nobody recorded it. */
const ImportedLeadImageSchema = LeadImageSchema.extend({
  alt: text(limits.TEXT_FIELD_MAX).meta(about('leadImage.alt')).optional(),
  caption: text(limits.TEXT_FIELD_MAX).meta(about('leadImage.caption')).optional(),
  credit: lineSchema(limits.IMPORTED_LINE_MAX).meta(about('leadImage.credit')).optional(),
  licence: text(limits.IMPORTED_LINE_MAX).meta(about('leadImage.licence')).optional(),
});

export const CorrectionSchema = z.strictObject({
  kind: z.enum(CORRECTION_KINDS).meta(about('corrections[].kind')),
  at: TimestampSchema.meta(about('corrections[].at')),
  text: text(limits.TEXT_FIELD_MAX, limits.CORRECTION_MIN).meta(about('corrections[].text')),
});

/** A source; the footnote `[^id]` in the text refers to it. */
export const SourceSchema = z.strictObject({
  id: SlugSchema.meta(about('sources[].id')),
  title: lineSchema(500).meta(about('sources[].title')),
  url: HttpsUrlSchema.meta(about('sources[].url')).optional(),
  archivedUrl: HttpsUrlSchema.meta(about('sources[].archivedUrl')).optional(),
});

export const LiveEntrySchema = z.strictObject({
  id: SlugSchema.meta(about('live.entries[].id')),
  at: TimestampSchema.meta(about('live.entries[].at')),
  title: lineSchema(200).meta(about('live.entries[].title')),
  body: text(20_000).meta(about('live.entries[].body')),
  keyEvent: z.boolean().meta(about('live.entries[].keyEvent')).optional(),
  pinned: z.boolean().meta(about('live.entries[].pinned')).optional(),
});

const LiveSchema = z.strictObject({
  entries: z.array(LiveEntrySchema).max(limits.LIVE_ENTRIES_MAX).meta(about('live.entries')),
  coverageEnd: TimestampSchema.meta(about('live.coverageEnd')).optional(),
});

const ContentWarningSchema = z.strictObject({
  warning: z.enum(CONTENT_WARNINGS).meta(about('contentWarnings[].warning')),
  note: text(300).meta(about('contentWarnings[].note')).optional(),
});

const OriginalSchema = z.strictObject({
  publisher: lineSchema(200).meta(about('original.publisher')),
  url: HttpsUrlSchema.meta(about('original.url')),
  licence: text(200).meta(about('original.licence')),
});

const LinkToSchema = z.strictObject({
  publisher: lineSchema(200).meta(about('linkTo.publisher')),
  url: HttpsUrlSchema.meta(about('linkTo.url')),
});

const listOf = <Schema extends z.ZodType>(
  schema: Schema,
  field: keyof typeof ARTICLE_FIELDS,
  max: number = limits.LIST_MAX,
) => z.array(schema).max(max).meta(about(field)).default([]);

/** Front matter of an article, as docs/article-fields.md describes it. Unknown fields are errors. */
export const FrontMatterSchema = z.strictObject({
  id: UlidSchema.meta(about('id')),
  translationKey: SlugSchema.or(UlidSchema).meta(about('translationKey')).optional(),
  lang: LanguageSchema.meta(about('lang')),
  formerAddresses: listOf(AddressPathSchema, 'formerAddresses'),
  feedId: lineSchema(limits.FEED_ID_MAX).meta(about('feedId')).optional(),
  kind: z.enum(KINDS).meta(about('kind')),
  title: lineSchema(limits.TITLE_MAX, limits.TITLE_MIN).meta(about('title')),
  kicker: lineSchema(limits.KICKER_MAX).meta(about('kicker')).optional(),
  standfirst: text(limits.STANDFIRST_MAX).meta(about('standfirst')).optional(),
  section: SlugSchema.meta(about('section')),
  tags: listOf(SlugSchema, 'tags'),
  authors: listOf(SlugSchema, 'authors'),
  contributors: listOf(ContributorSchema, 'contributors'),
  dateline: lineSchema(80).meta(about('dateline')).optional(),
  publishedAt: TimestampSchema.meta(about('publishedAt')).optional(),
  updatedAt: TimestampSchema.meta(about('updatedAt')).optional(),
  status: z.enum(STATUSES).meta(about('status')),
  imported: z
    .strictObject({
      from: lineSchema(120).meta(about('imported.from')),
      at: TimestampSchema.meta(about('imported.at')),
    })
    .meta(about('imported'))
    .optional(),
  embargoUntil: TimestampSchema.meta(about('embargoUntil')).optional(),
  leadImage: LeadImageSchema.meta(about('leadImage')).optional(),
  corrections: listOf(CorrectionSchema, 'corrections'),
  editorsNote: text(limits.TEXT_FIELD_MAX).meta(about('editorsNote')).optional(),
  editorsNoteAt: TimestampSchema.meta(about('editorsNoteAt')).optional(),
  sources: listOf(SourceSchema, 'sources', 200),
  series: z
    .strictObject({
      id: SlugSchema.meta(about('series.id')),
      part: z.int().min(1).max(1_000).meta(about('series.part')),
    })
    .meta(about('series'))
    .optional(),
  live: LiveSchema.meta(about('live')).optional(),
  contentWarnings: listOf(ContentWarningSchema, 'contentWarnings', 10),
  original: OriginalSchema.meta(about('original')).optional(),
  linkTo: LinkToSchema.meta(about('linkTo')).optional(),
  newsletter: z
    .strictObject({
      pick: z.boolean().meta(about('newsletter.pick')),
      blurb: text(600).meta(about('newsletter.blurb')).optional(),
    })
    .meta(about('newsletter'))
    .optional(),
  declined: z
    .array(
      z.strictObject({
        rule: z.enum(ADVICE).meta(about('declined[].rule')),
        reason: lineSchema(300, 5).meta(about('declined[].reason')),
      }),
    )
    .max(ADVICE.length)
    .meta(about('declined'))
    .optional(),
  showAppeal: z.boolean().meta(about('showAppeal')).default(true),
});

/** Front matter of an article that is marked as imported: texts as long as they came, and pictures as they were described. */
export const ImportedFrontMatterSchema = FrontMatterSchema.extend({
  title: lineSchema(limits.IMPORTED_LINE_MAX).meta(about('title')),
  kicker: lineSchema(limits.IMPORTED_LINE_MAX).meta(about('kicker')).optional(),
  standfirst: text(limits.TEXT_FIELD_MAX).meta(about('standfirst')).optional(),
  dateline: lineSchema(limits.IMPORTED_LINE_MAX).meta(about('dateline')).optional(),
  leadImage: ImportedLeadImageSchema.meta(about('leadImage')).optional(),
});
export type FrontMatter = z.infer<typeof ImportedFrontMatterSchema>;

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
export const ArticleSchema = ImportedFrontMatterSchema.extend({
  address: ArticleAddressSchema,
  /** Folder relative to the content folder, `/`-separated, NFC. */
  folder: z.string(),
  /** 1-based line of `index.md` on which the Markdown begins. */
  bodyLine: z.int(),
});
export type Article = z.infer<typeof ArticleSchema>;
export type Correction = z.infer<typeof CorrectionSchema>;
export type Source = z.infer<typeof SourceSchema>;
export type LeadImage = z.infer<typeof ImportedLeadImageSchema>;
export type LiveEntry = z.infer<typeof LiveEntrySchema>;
export type Contributor = z.infer<typeof ContributorSchema>;
