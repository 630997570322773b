import { z } from 'zod';
import { LanguageSchema, lineSchema, SlugSchema } from '@tamizdat/article-schema';

const nameSchema = lineSchema(2_000);

/** Addresses as they were: `/category/city/`. */
const oldSchema = z.array(z.string().max(500)).max(20).optional();

const SectionEntrySchema = z.strictObject({
  /** As the source names it. */
  old: nameSchema,
  articles: z.int().min(0).optional(),
  as: z.enum(['section', 'tag', 'nothing']),
  id: SlugSchema,
  name: lineSchema(200),
  /** Where its list and the list’s feed stood. */
  formerAddresses: oldSchema,
  formerFeeds: oldSchema,
});
const TagEntrySchema = SectionEntrySchema.extend({ as: z.enum(['tag', 'nothing']) });
const AuthorEntrySchema = z.strictObject({
  old: nameSchema,
  articles: z.int().min(0).optional(),
  /** Whether readers may know the name. */
  named: z.boolean(),
  id: SlugSchema,
  name: lineSchema(200),
  /** They hold the name, too: of nobody who is not to be named. */
  formerAddresses: oldSchema,
  formerFeeds: oldSchema,
});

/** `map.yaml`: what of a source becomes what. A person edits it between `import plan` and `import run`. */
export const MapSchema = z.strictObject({
  /** The archive’s name: articles say it, and ids are made of it. Two archives of one outlet need two names. */
  from: lineSchema(120),
  language: LanguageSchema,
  /** Other languages of the records, beside `language`; with none, all are in that one whatever the source says. */
  languages: z.array(LanguageSchema).max(20).default([]),
  timeZone: z.string().max(60),
  /** Hosts whose addresses were the outlet's own. */
  ownHosts: z.array(z.string().max(253)).max(50),
  /** Where the feeds of everything stood, of articles in `language`. */
  formerFeeds: oldSchema,
  /** The section of what has none. */
  otherSection: z.strictObject({ id: SlugSchema, name: lineSchema(200) }),
  /** For an empty content folder alone. */
  outlet: z.strictObject({
    name: lineSchema(200),
    description: lineSchema(2_000),
    origin: z.string().max(300),
    licence: lineSchema(200),
  }),
  sections: z.array(SectionEntrySchema).max(10_000),
  tags: z.array(TagEntrySchema).max(100_000),
  authors: z.array(AuthorEntrySchema).max(100_000),
});
export type ImportMap = z.infer<typeof MapSchema>;
